import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentPrincipal, CurrentWorkspace, type Principal } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { EXPORTED_NAMES } from './export-manifest.ts';
import { ExportRunsService } from './export-runs.service.ts';
import { ExportSchedulesService } from './export-schedules.service.ts';
import * as dto from './exports.dto.ts';

const SCHEDULE_ID = { name: 'schedule_id', schema: { type: 'string', format: 'uuid' } } as const;
const RUN_ID = { name: 'run_id', schema: { type: 'string', format: 'uuid' } } as const;
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('data lifecycle')
@Controller('api/v1/export-schedules')
export class ExportsController {
  constructor(
    private readonly schedules: ExportSchedulesService,
    private readonly runs: ExportRunsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listExportSchedules', summary: 'Export schedules, the newest first' })
  @ApiOkResponse({ type: dto.ExportScheduleListDto })
  async list(@CurrentWorkspace() workspaceId: string): Promise<dto.ExportScheduleListDto> {
    return new dto.ExportScheduleListDto(await this.schedules.list(workspaceId));
  }

  @Post()
  @ApiOperation({
    operationId: 'createExportSchedule',
    summary: 'Write traces and their spans to Parquet files, each hour or day once it has ended',
    description:
      'The files lie in the blob store, each window under keys of its own; its manifest is written last. What is exported can not be ' +
      'changed later: make another schedule.',
  })
  @ApiZodBody(dto.createExportScheduleBody)
  @ApiCreatedResponse({ type: dto.ExportScheduleDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @CurrentPrincipal() principal: Principal,
    @Body(new ZodPipe(dto.createExportScheduleBody)) body: dto.CreateExportScheduleBody,
  ): Promise<dto.ExportScheduleDto> {
    return new dto.ExportScheduleDto(
      await this.schedules.create(workspaceId, {
        experimentId: body.experiment_id,
        name: body.name,
        every: body.every,
        filter: body.filter,
        includesJudgeTraces: body.include_judge_traces,
        isEnabled: body.is_enabled,
        keepDays: body.keep_days,
        createdBy: principal.name,
      }),
    );
  }

  @Get(':schedule_id')
  @ApiOperation({ operationId: 'getExportSchedule', summary: 'An export schedule and its latest window' })
  @ApiParam(SCHEDULE_ID)
  @ApiOkResponse({ type: dto.ExportScheduleDto })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param('schedule_id') id: string,
  ): Promise<dto.ExportScheduleDto> {
    return new dto.ExportScheduleDto(await this.schedules.get(workspaceId, id));
  }

  @Patch(':schedule_id')
  @ApiOperation({
    operationId: 'updateExportSchedule',
    summary:
      'Rename, pause or continue an export schedule, or keep its files for so many days; what is absent stays',
    description: 'What a pause left out is not made up for: ask for those windows.',
  })
  @ApiParam(SCHEDULE_ID)
  @ApiZodBody(dto.updateExportScheduleBody)
  @ApiOkResponse({ type: dto.ExportScheduleDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('schedule_id') id: string,
    @Body(new ZodPipe(dto.updateExportScheduleBody)) body: dto.UpdateExportScheduleBody,
  ): Promise<dto.ExportScheduleDto> {
    const { name, is_enabled: isEnabled, keep_days: keepDays } = body;
    return new dto.ExportScheduleDto(
      await this.schedules.update(workspaceId, id, { name, isEnabled, keepDays }),
    );
  }

  @Delete(':schedule_id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteExportSchedule',
    summary: 'End an export schedule and remove its files',
  })
  @ApiParam(SCHEDULE_ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('schedule_id') id: string): Promise<void> {
    await this.schedules.delete(workspaceId, id);
  }

  @Get(':schedule_id/runs')
  @ApiOperation({ operationId: 'listExportRuns', summary: 'Windows of an export schedule, the latest first' })
  @ApiParam(SCHEDULE_ID)
  @ApiZodQuery(dto.listExportRunsQuery)
  @ApiOkResponse({ type: dto.ExportRunPageDto })
  async listRuns(
    @CurrentWorkspace() workspaceId: string,
    @Param('schedule_id') id: string,
    @Query(new ZodPipe(dto.listExportRunsQuery)) { limit, page_token: pageToken }: dto.ListExportRunsQuery,
  ): Promise<dto.ExportRunPageDto> {
    return new dto.ExportRunPageDto(await this.runs.list(workspaceId, id, { limit, pageToken }));
  }

  @Post(':schedule_id/runs')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'exportWindows',
    summary: 'Export windows that have ended now, also those that were exported before',
    description: 'What came late since, or was deleted, is then in the files as the list of traces has it.',
  })
  @ApiParam(SCHEDULE_ID)
  @ApiZodBody(dto.exportWindowsBody)
  @ApiAcceptedResponse({ type: dto.ExportRunListDto })
  async export(
    @CurrentWorkspace() workspaceId: string,
    @CurrentPrincipal() principal: Principal,
    @Param('schedule_id') id: string,
    @Body(new ZodPipe(dto.exportWindowsBody)) { from, to }: dto.ExportWindowsBody,
  ): Promise<dto.ExportRunListDto> {
    const asked = { from, to, askedBy: principal.name };
    return new dto.ExportRunListDto(await this.runs.ask(workspaceId, id, asked));
  }

  @Get(':schedule_id/runs/:run_id/files/:name')
  @ApiOperation({ operationId: 'downloadExportFile', summary: 'A file of a window, or its manifest' })
  @ApiParam(SCHEDULE_ID)
  @ApiParam(RUN_ID)
  @ApiParam({ name: 'name', enum: EXPORTED_NAMES })
  @ApiOkResponse({ content: { 'application/octet-stream': BINARY } })
  async download(
    @CurrentWorkspace() workspaceId: string,
    @Param('schedule_id') scheduleId: string,
    @Param('run_id') runId: string,
    @Param('name') name: string,
  ): Promise<StreamableFile> {
    const bytes = await this.runs.readFile(workspaceId, { scheduleId, runId, name });
    return new StreamableFile(Readable.from(bytes, { objectMode: false }), {
      disposition: `attachment; filename="${name}"`,
    });
  }
}
