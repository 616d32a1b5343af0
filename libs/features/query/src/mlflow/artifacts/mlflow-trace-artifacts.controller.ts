import { Controller, Get, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ArtifactStore, sendArtifact } from '@millrace/artifacts';
import { mlflowMessage, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { traceFolder } from '@millrace/trace-access';
import { FreshnessInterceptor } from '../../freshness/freshness.interceptor.ts';
import { MlflowTracesService } from '../mlflow-traces.service.ts';

const traceArtifactMessage = mlflowMessage({ request_id: z.string(), path: z.string().default('') });

/** What MLflow's web UI shows of a trace: an attachment, or the document of its spans. */
@ApiExcludeController()
@UseInterceptors(FreshnessInterceptor)
@Controller()
export class MlflowTraceArtifactsController {
  constructor(
    private readonly traces: MlflowTracesService,
    private readonly artifacts: ArtifactStore,
  ) {}

  @Get([...mlflowPaths('2.0', 'get-trace-artifact'), ...mlflowPaths('3.0', 'get-trace-artifact')])
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(traceArtifactMessage) { request_id: id, path }: z.output<typeof traceArtifactMessage>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (path === '') {
      const document = await this.traces.documentJson(workspaceId, id);
      void reply.headers({
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="traces.json"',
        'x-content-type-options': 'nosniff',
      });
      return void (await reply.send(document));
    }
    const trace = await this.traces.row(workspaceId, id);
    const place = {
      workspaceId: trace.workspaceId,
      path: `${traceFolder(trace)}/artifacts/attachments/${path}`,
    };
    await sendArtifact(this.artifacts, await this.artifacts.find(place), { request, reply });
  }
}
