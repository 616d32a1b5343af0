import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { EvaluationDto, EvaluationPageDto } from '../evaluations/evaluations.dto.ts';
import {
  createScheduleBody,
  FireTimesDto,
  fireTimesQuery,
  listSchedulesQuery,
  pageQuery,
  ScheduleDto,
  SchedulePageDto,
  toChange,
  toPlan,
  updateScheduleBody,
  type CreateScheduleBody,
  type FireTimesQuery,
  type ListSchedulesQuery,
  type PageQuery,
  type UpdateScheduleBody,
} from './schedules.dto.ts';
import { SchedulesService } from './schedules.service.ts';

const SCHEDULE_ID = { name: 'schedule_id' };

@ApiTags('evaluations')
@Controller('api/v1/evaluation-schedules')
export class SchedulesController {
  constructor(private readonly schedules: SchedulesService) {}

  @Post()
  @ApiOperation({
    operationId: 'createEvaluationSchedule',
    summary: 'Judge traces by the clock',
    description:
      'A time that the clock leaves out in spring is taken as much later; one that it shows twice fires once. Missed times are made up for.',
  })
  @ApiZodBody(createScheduleBody)
  @ApiCreatedResponse({ type: ScheduleDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createScheduleBody)) body: CreateScheduleBody,
  ): Promise<ScheduleDto> {
    return new ScheduleDto(await this.schedules.create(workspaceId, body.experiment_id, toPlan(body)));
  }

  @Get()
  @ApiOperation({ operationId: 'listEvaluationSchedules', summary: 'Schedules, the newest first' })
  @ApiZodQuery(listSchedulesQuery)
  @ApiOkResponse({ type: SchedulePageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listSchedulesQuery)) query: ListSchedulesQuery,
  ): Promise<SchedulePageDto> {
    const { experiment_id: experimentId, limit, page_token: pageToken } = query;
    return new SchedulePageDto(await this.schedules.list(workspaceId, { experimentId, limit, pageToken }));
  }

  @Get('fire-times')
  @ApiOperation({ operationId: 'previewFireTimes', summary: 'When a schedule would fire next' })
  @ApiZodQuery(fireTimesQuery)
  @ApiOkResponse({ type: FireTimesDto })
  preview(@Query(new ZodPipe(fireTimesQuery)) query: FireTimesQuery): FireTimesDto {
    const { cron, time_zone: timeZone, count } = query;
    return new FireTimesDto(this.schedules.preview({ cron, timeZone }, count));
  }

  @Get(':schedule_id')
  @ApiOperation({ operationId: 'getEvaluationSchedule', summary: 'One schedule' })
  @ApiParam(SCHEDULE_ID)
  @ApiOkResponse({ type: ScheduleDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('schedule_id') id: string): Promise<ScheduleDto> {
    return new ScheduleDto(await this.schedules.get(workspaceId, id));
  }

  @Patch(':schedule_id')
  @ApiOperation({
    operationId: 'updateEvaluationSchedule',
    summary: 'Change, pause or continue a schedule; what is absent stays',
    description: 'What a pause left out is not made up for: evaluate that window on demand.',
  })
  @ApiParam(SCHEDULE_ID)
  @ApiZodBody(updateScheduleBody)
  @ApiOkResponse({ type: ScheduleDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('schedule_id') id: string,
    @Body(new ZodPipe(updateScheduleBody)) body: UpdateScheduleBody,
  ): Promise<ScheduleDto> {
    return new ScheduleDto(await this.schedules.update(workspaceId, id, toChange(body)));
  }

  @Delete(':schedule_id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteEvaluationSchedule', summary: 'End a schedule; its evaluations stay' })
  @ApiParam(SCHEDULE_ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('schedule_id') id: string): Promise<void> {
    await this.schedules.delete(workspaceId, id);
  }

  @Post(':schedule_id/run')
  @ApiOperation({ operationId: 'runEvaluationSchedule', summary: 'Begin an evaluation as if it fired now' })
  @ApiParam(SCHEDULE_ID)
  @ApiCreatedResponse({ type: EvaluationDto })
  async runNow(
    @CurrentWorkspace() workspaceId: string,
    @Param('schedule_id') id: string,
  ): Promise<EvaluationDto> {
    return new EvaluationDto(await this.schedules.runNow(workspaceId, id));
  }

  @Get(':schedule_id/evaluations')
  @ApiOperation({
    operationId: 'listEvaluationsOfSchedule',
    summary: 'What it began, the newest first, with ledgers',
  })
  @ApiParam(SCHEDULE_ID)
  @ApiZodQuery(pageQuery)
  @ApiOkResponse({ type: EvaluationPageDto })
  async listEvaluations(
    @CurrentWorkspace() workspaceId: string,
    @Param('schedule_id') id: string,
    @Query(new ZodPipe(pageQuery)) query: PageQuery,
  ): Promise<EvaluationPageDto> {
    const { limit, page_token: pageToken } = query;
    return new EvaluationPageDto(await this.schedules.listEvaluations(workspaceId, id, { limit, pageToken }));
  }
}
