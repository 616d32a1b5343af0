import { Controller, Delete, Patch, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import type { z } from 'zod';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { TraceChangesService } from '@millrace/trace-access';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { checkTraceTag } from '../traces/check-trace-tag.ts';
import { deleteTagMessage, setTagMessage } from './mlflow-traces.dto.ts';
import { MlflowTracesService } from './mlflow-traces.service.ts';

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
    checkTraceTag(key, value);
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
