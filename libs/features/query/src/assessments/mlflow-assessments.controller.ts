import { Controller, Delete, Get, HttpCode, Patch, Post, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { parseTraceId } from '../traces/trace-id.ts';
import { AssessmentsService, type AssessmentPlace } from './assessments.service.ts';
import {
  assessmentIdMessage,
  createAssessmentMessage,
  toMlflowAssessment,
  toNewAssessment,
  toUpdate,
  updateAssessmentMessage,
  type UpdateAssessmentMessage,
} from './mlflow-assessments.dto.ts';

/** MLflow's calls about assessments. */
@ApiExcludeController()
@UseInterceptors(FreshnessInterceptor)
@Controller(mlflowPaths('3.0', 'traces/:trace_id/assessments'))
export class MlflowAssessmentsController {
  constructor(private readonly assessments: AssessmentsService) {}

  @Post()
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createAssessmentMessage) message: z.output<typeof createAssessmentMessage>,
  ) {
    const place = placeOf(workspaceId, message);
    const assessment = await this.assessments.create(place, toNewAssessment(message.assessment));
    return { assessment: toMlflowAssessment(assessment, place.traceId) };
  }

  @Get(':assessment_id')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(assessmentIdMessage) message: z.output<typeof assessmentIdMessage>,
  ) {
    const place = placeOf(workspaceId, message);
    const assessment = await this.assessments.get(place, message.assessment_id);
    return { assessment: toMlflowAssessment(assessment, place.traceId) };
  }

  @Patch(':assessment_id')
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateAssessmentMessage) message: UpdateAssessmentMessage,
  ) {
    const place = placeOf(workspaceId, message);
    const assessment = await this.assessments.update(place, message.assessment_id, toUpdate(message));
    return { assessment: toMlflowAssessment(assessment, place.traceId) };
  }

  @Delete(':assessment_id')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(assessmentIdMessage) message: z.output<typeof assessmentIdMessage>,
  ) {
    await this.assessments.delete(placeOf(workspaceId, message), message.assessment_id);
    return {};
  }
}

function placeOf(workspaceId: string, { trace_id: id }: { readonly trace_id: string }): AssessmentPlace {
  const traceId = parseTraceId(id);
  if (traceId === undefined) throw new Rejected(`Trace with ID '${id}' not found.`, 'not-found');
  return { workspaceId, traceId };
}
