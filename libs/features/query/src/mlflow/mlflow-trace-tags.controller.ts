import { Controller, Delete, Patch, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import type { z } from 'zod';
import { Rejected } from '@millrace/domain';
import { MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { TraceChangesService } from '@millrace/trace-access';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { deleteTagMessage, setTagMessage } from './mlflow-traces.dto.ts';
import { MlflowTracesService } from './mlflow-traces.service.ts';
import { ARTIFACT_LOCATION_TAG, SPANS_LOCATION_TAG } from './trace-info.ts';

const IMMUTABLE = [
  SPANS_LOCATION_TAG,
  ARTIFACT_LOCATION_TAG,
  'mlflow.trace.archiveLocation',
  'mlflow.trace.archivalFailure',
];
const LONGEST_KEY = 250;
const LONGEST_VALUE = 8000;

/** MLflow's calls that tag stored traces; version 2.0 and 3.0 differ in the name of the id. */
@ApiExcludeController()
@UseInterceptors(FreshnessInterceptor)
@Controller([
  ...mlflowPaths('2.0', 'traces/:request_id/tags'),
  ...mlflowPaths('3.0', 'traces/:trace_id/tags'),
])
export class MlflowTraceTagsController {
  constructor(
    private readonly traces: MlflowTracesService,
    private readonly changes: TraceChangesService,
  ) {}

  @Patch()
  async setTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(setTagMessage) message: z.output<typeof setTagMessage>,
  ) {
    const { key, value } = message;
    checkTag(key, value);
    await this.changes.change(
      [await this.traces.row(workspaceId, idOf(message))],
      [{ kind: 'tag', key, value }],
    );
    return {};
  }

  @Delete()
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(deleteTagMessage) message: z.output<typeof deleteTagMessage>,
  ) {
    await this.changes.deleteTag(await this.traces.row(workspaceId, idOf(message)), message.key);
    return {};
  }
}

/** The path always holds one of them; the body may repeat it under the other name. */
function idOf(message: { readonly request_id?: string | undefined; readonly trace_id?: string | undefined }) {
  return message.trace_id ?? message.request_id ?? '';
}

function checkTag(key: string, value: string): void {
  if (IMMUTABLE.includes(key)) {
    throw new MlflowError(
      'INVALID_PARAMETER_VALUE',
      `Tag '${key}' is immutable and cannot be set on a trace.`,
    );
  }
  if (key === '' || key.length > LONGEST_KEY) {
    throw new Rejected(`The key of a trace tag has 1 to ${LONGEST_KEY} characters, not ${key.length}.`);
  }
  if (value.length > LONGEST_VALUE) {
    throw new Rejected(
      `The value of a trace tag has at most ${LONGEST_VALUE} characters, not ${value.length}.`,
    );
  }
}
