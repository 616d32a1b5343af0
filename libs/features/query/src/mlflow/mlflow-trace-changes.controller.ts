import { Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace, parseExperimentId } from '@millrace/access';
import { MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { TraceChangesService } from '@millrace/trace-access';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import {
  deleteTracesMessage,
  linkPromptsMessage,
  linkToRunMessage,
  type DeleteTracesMessage,
} from './mlflow-traces.dto.ts';
import { requireTraceId } from '../traces/trace-id.ts';
import { MlflowTracesService } from './mlflow-traces.service.ts';

const MOST_LINKS = 100;
const LINKED = 'linked';

/** MLflow's calls that link and delete traces. */
@ApiExcludeController()
@UseInterceptors(FreshnessInterceptor)
@Controller()
export class MlflowTraceChangesController {
  constructor(
    private readonly traces: MlflowTracesService,
    private readonly changes: TraceChangesService,
  ) {}

  @Post(mlflowPaths('2.0', 'traces/link-to-run'))
  @HttpCode(200)
  async linkToRun(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(linkToRunMessage) message: z.output<typeof linkToRunMessage>,
  ) {
    const { trace_ids: ids, run_id: runId } = message;
    if (ids.length > MOST_LINKS) {
      throw invalid(
        `Cannot link more than ${MOST_LINKS} traces to a run in a single request. Provided ${ids.length} traces.`,
      );
    }
    if (runId === '') throw invalid("Missing value for required parameter 'run_id'.");
    await this.changes.linkToRun(workspaceId, ids.map(requireTraceId), runId);
    return {};
  }

  @Post(mlflowPaths('2.0', 'traces/link-prompts'))
  @HttpCode(200)
  async linkPrompts(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(linkPromptsMessage) message: z.output<typeof linkPromptsMessage>,
  ) {
    const row = await this.traces.row(workspaceId, message.trace_id);
    const entries = message.prompt_versions.map(({ name, version }) => ({
      kind: 'prompt' as const,
      key: `${name}/${version}`,
      value: LINKED,
    }));
    if (entries.length > 0) await this.changes.change([row], entries);
    return {};
  }

  @Post([...mlflowPaths('2.0', 'traces/delete-traces'), ...mlflowPaths('3.0', 'traces/delete-traces')])
  @HttpCode(200)
  async deleteTraces(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(deleteTracesMessage) message: DeleteTracesMessage,
  ) {
    checkDeletion(message);
    const experimentId = parseExperimentId(message.experiment_id);
    if (experimentId === undefined) return { traces_deleted: 0 };
    const { max_timestamp_millis: untilMs, max_traces: limit } = message;
    if (untilMs !== undefined) {
      const old = { experimentId, untilMs, limit };
      return { traces_deleted: await this.changes.deleteOld(workspaceId, old) };
    }
    const rows = (await this.traces.rows(workspaceId, message.request_ids)).filter(
      (row) => row.experimentId === experimentId,
    );
    await this.changes.delete(rows);
    return { traces_deleted: rows.length };
  }
}

function checkDeletion({
  max_timestamp_millis: until,
  max_traces: limit,
  request_ids: ids,
}: DeleteTracesMessage) {
  if (until === undefined && ids.length === 0) {
    throw invalid('Either `max_timestamp_millis` or `trace_ids` must be specified.');
  }
  if (until !== undefined && ids.length > 0) {
    throw invalid('Only one of `max_timestamp_millis` and `trace_ids` can be specified.');
  }
  if (limit !== undefined && until === undefined) {
    throw invalid('`max_traces` can only be specified together with `max_timestamp_millis`.');
  }
  if (limit !== undefined && limit <= 0) {
    throw invalid(`\`max_traces\` must be a positive integer, received ${limit}.`);
  }
}

function invalid(message: string): MlflowError {
  return new MlflowError('INVALID_PARAMETER_VALUE', message);
}
