import { Controller, Get, HttpCode, Patch, Post, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import type { z } from 'zod';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { toLegacyInfo } from './legacy-trace-info.ts';
import { MlflowLegacyTracesService } from './mlflow-legacy-traces.service.ts';
import {
  endLegacyTraceMessage,
  requestIdMessage,
  searchLegacyTracesMessage,
  startLegacyTraceMessage,
  type EndLegacyTraceMessage,
  type StartLegacyTraceMessage,
} from './mlflow-traces.dto.ts';
import { MlflowTracesService } from './mlflow-traces.service.ts';

/** MLflow's calls of clients before version 3, which later ones fall back to (mlflow/WIRE.md 2.3). */
@ApiExcludeController()
@UseInterceptors(FreshnessInterceptor)
@Controller(mlflowPaths('2.0', 'traces'))
export class MlflowLegacyTracesController {
  constructor(
    private readonly traces: MlflowTracesService,
    private readonly legacy: MlflowLegacyTracesService,
  ) {}

  @Post()
  @HttpCode(200)
  async start(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(startLegacyTraceMessage) message: StartLegacyTraceMessage,
  ) {
    return { trace_info: toLegacyInfo(await this.legacy.start(workspaceId, message)) };
  }

  @Patch(':request_id')
  async end(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(endLegacyTraceMessage) message: EndLegacyTraceMessage,
  ) {
    return { trace_info: toLegacyInfo(await this.legacy.end(workspaceId, message)) };
  }

  @Get(':request_id/info')
  async getInfo(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(requestIdMessage) message: z.output<typeof requestIdMessage>,
  ) {
    return { trace_info: toLegacyInfo(await this.traces.row(workspaceId, message.request_id)) };
  }

  @Get()
  async search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchLegacyTracesMessage) message: z.output<typeof searchLegacyTracesMessage>,
  ) {
    const { traces, next } = await this.traces.page(workspaceId, {
      ...message,
      experimentIds: message.experiment_ids,
    });
    return {
      ...(traces.length > 0 && { traces: traces.map(toLegacyInfo) }),
      ...(next !== undefined && { next_page_token: next }),
    };
  }
}
