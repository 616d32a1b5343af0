import { Controller, Get, Header, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import type { z } from 'zod';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import {
  getTraceMessage,
  searchTracesMessage,
  traceIdMessage,
  traceIdsMessage,
  type SearchTracesMessage,
} from './mlflow-traces.dto.ts';
import { MlflowTracesService } from './mlflow-traces.service.ts';
import { toTraceInfo } from './trace-info.ts';

const JSON_TEXT = ['content-type', 'application/json; charset=utf-8'] as const;

/** MLflow's calls that read traces. */
@ApiExcludeController()
@UseInterceptors(FreshnessInterceptor)
@Controller(mlflowPaths('3.0', 'traces'))
export class MlflowTracesController {
  constructor(private readonly traces: MlflowTracesService) {}

  @Post('search')
  @HttpCode(200)
  search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchTracesMessage) message: SearchTracesMessage,
  ) {
    return this.traces.search(workspaceId, message);
  }

  @Get('get')
  @Header(...JSON_TEXT)
  async getWhole(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(getTraceMessage) message: z.output<typeof getTraceMessage>,
  ): Promise<string> {
    return `{"trace":${await this.traces.traceJson(workspaceId, message.trace_id, message.allow_partial)}}`;
  }

  @Get('batchGet')
  @Header(...JSON_TEXT)
  async batchGet(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(traceIdsMessage) message: z.output<typeof traceIdsMessage>,
  ): Promise<string> {
    const traces = await this.traces.completeJsons(workspaceId, message.trace_ids);
    return traces.length === 0 ? '{}' : `{"traces":[${traces.join(',')}]}`;
  }

  @Post('batchGetInfos')
  @HttpCode(200)
  async batchGetInfos(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(traceIdsMessage) message: z.output<typeof traceIdsMessage>,
  ) {
    const infos = await this.traces.infos(workspaceId, message.trace_ids);
    return infos.length === 0 ? {} : { trace_infos: infos };
  }

  @Get(':trace_id')
  async getInfo(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(traceIdMessage) message: z.output<typeof traceIdMessage>,
  ) {
    return { trace: { trace_info: toTraceInfo(await this.traces.row(workspaceId, message.trace_id)) } };
  }
}
