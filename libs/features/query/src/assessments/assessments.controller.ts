import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { requireTraceId } from '../traces/trace-id.ts';
import { readQuery } from '../traces/traces.dto.ts';
import {
  AssessmentDto,
  AssessmentListDto,
  assessmentUpdate,
  createAssessmentBody,
  newAssessment,
  updateAssessmentBody,
  type CreateAssessmentBody,
  type UpdateAssessmentBody,
} from './assessments.dto.ts';
import { AssessmentsService, type AssessmentPlace } from './assessments.service.ts';

const TRACE_ID = { name: 'trace_id', description: '32 hex digits, with or without tr-' };
const ASSESSMENT_ID = { name: 'assessment_id' };

@ApiTags('assessments')
@ApiHeader({ name: 'x-millrace-read-after', required: false, description: 'now: as consistency=strong' })
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/traces/:trace_id/assessments')
export class AssessmentsController {
  constructor(private readonly assessments: AssessmentsService) {}

  @Get()
  @ApiOperation({ operationId: 'listAssessments', summary: 'What was said about a trace, oldest first' })
  @ApiParam(TRACE_ID)
  @ApiZodQuery(readQuery)
  @ApiOkResponse({ type: AssessmentListDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Param('trace_id') id: string,
  ): Promise<AssessmentListDto> {
    const place = placeOf(workspaceId, id);
    const assessments = await this.assessments.list(place);
    return new AssessmentListDto(assessments.map((each) => new AssessmentDto(each, place.traceId)));
  }

  @Post()
  @ApiOperation({
    operationId: 'createAssessment',
    summary: 'Say something about a trace',
    description: 'Feedback, an expectation, or that it shows an issue.',
  })
  @ApiParam(TRACE_ID)
  @ApiZodBody(createAssessmentBody)
  @ApiCreatedResponse({ type: AssessmentDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Param('trace_id') id: string,
    @Body(new ZodPipe(createAssessmentBody)) body: CreateAssessmentBody,
  ): Promise<AssessmentDto> {
    const place = placeOf(workspaceId, id);
    return new AssessmentDto(await this.assessments.create(place, newAssessment(body)), place.traceId);
  }

  @Get(':assessment_id')
  @ApiOperation({ operationId: 'getAssessment', summary: 'One assessment of a trace' })
  @ApiParam(TRACE_ID)
  @ApiParam(ASSESSMENT_ID)
  @ApiZodQuery(readQuery)
  @ApiOkResponse({ type: AssessmentDto })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param('trace_id') id: string,
    @Param('assessment_id') assessmentId: string,
  ): Promise<AssessmentDto> {
    const place = placeOf(workspaceId, id);
    return new AssessmentDto(await this.assessments.get(place, assessmentId), place.traceId);
  }

  @Patch(':assessment_id')
  @ApiOperation({
    operationId: 'updateAssessment',
    summary: 'Change an assessment',
    description: 'What is absent stays. Its kind never changes.',
  })
  @ApiParam(TRACE_ID)
  @ApiParam(ASSESSMENT_ID)
  @ApiZodBody(updateAssessmentBody)
  @ApiOkResponse({ type: AssessmentDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('trace_id') id: string,
    @Param('assessment_id') assessmentId: string,
    @Body(new ZodPipe(updateAssessmentBody)) body: UpdateAssessmentBody,
  ): Promise<AssessmentDto> {
    const place = placeOf(workspaceId, id);
    const update = assessmentUpdate(body, await this.assessments.get(place, assessmentId));
    return new AssessmentDto(await this.assessments.update(place, assessmentId, update), place.traceId);
  }

  @Delete(':assessment_id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteAssessment',
    summary: 'Take an assessment back',
    description: 'No fault if there is none. One that it overrode counts again.',
  })
  @ApiParam(TRACE_ID)
  @ApiParam(ASSESSMENT_ID)
  @ApiNoContentResponse()
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @Param('trace_id') id: string,
    @Param('assessment_id') assessmentId: string,
  ): Promise<void> {
    await this.assessments.delete(placeOf(workspaceId, id), assessmentId);
  }
}

function placeOf(workspaceId: string, id: string): AssessmentPlace {
  return { workspaceId, traceId: requireTraceId(id) };
}
