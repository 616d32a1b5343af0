import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace, ExperimentDirectory } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { TraceChangesService } from '@millrace/trace-access';
import { requireTraceId } from '../traces/trace-id.ts';
import { startTraceMessage } from './mlflow-traces.dto.ts';
import { startTraceEntries } from './start-trace-entries.ts';
import { toTraceInfo } from './trace-info.ts';

/** MLflow's start-trace: sent when the root of a trace ends, before or after its spans. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'traces'))
export class MlflowStartTraceController {
  constructor(
    private readonly changes: TraceChangesService,
    private readonly directory: ExperimentDirectory,
  ) {}

  @Post()
  @HttpCode(200)
  async start(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(startTraceMessage) message: z.output<typeof startTraceMessage>,
  ) {
    const { trace_info: info } = message.trace;
    const traceId = requireTraceId(info.trace_id);
    const experimentId = info.trace_location?.mlflow_experiment?.experiment_id;
    const place = { ...(await this.directory.resolve(workspaceId, { experimentId })), traceId };
    const row = await this.changes.start(place, startTraceEntries(info, place, Date.now()));
    return { trace: { trace_info: toTraceInfo(row) } };
  }
}
