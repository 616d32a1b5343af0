import { Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { IssuesService } from './issues.service.ts';
import {
  createIssueMessage,
  issueIdMessage,
  searchIssuesMessage,
  toMlflowFoundIssue,
  toMlflowIssue,
  updateIssueMessage,
} from './mlflow-issues.dto.ts';

/** MLflow's calls about issues. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'issues'))
export class MlflowIssuesController {
  constructor(private readonly issues: IssuesService) {}

  @Post()
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createIssueMessage) message: z.output<typeof createIssueMessage>,
  ) {
    const issue = await this.issues.create(workspaceId, {
      experimentId: message.experiment_id,
      name: message.name,
      description: message.description,
      status: message.status,
      severity: message.severity,
      rootCauses: message.root_causes,
      categories: message.categories,
      sourceRunId: message.source_run_id || undefined,
      createdBy: message.created_by || undefined,
    });
    return { issue: toMlflowIssue(issue) };
  }

  @Post('search')
  @HttpCode(200)
  async search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchIssuesMessage) message: z.output<typeof searchIssuesMessage>,
  ) {
    const page = await this.issues.search(workspaceId, {
      experimentId: message.experiment_id || undefined,
      filter: message.filter_string,
      limit: message.max_results,
      pageToken: message.page_token || undefined,
      isCounted: message.include_trace_count,
    });
    const issues = page.issues.map(toMlflowFoundIssue);
    return { ...(issues.length > 0 && { issues }), next_page_token: page.next ?? '' };
  }

  @Get(':issue_id')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(issueIdMessage) { issue_id: id }: z.output<typeof issueIdMessage>,
  ) {
    return { issue: toMlflowIssue(await this.issues.get(workspaceId, id)) };
  }

  @Patch(':issue_id')
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateIssueMessage) message: z.output<typeof updateIssueMessage>,
  ) {
    const issue = await this.issues.update(workspaceId, message.issue_id, {
      name: message.name || undefined,
      description: message.description || undefined,
      status: message.status,
      severity: message.severity,
    });
    return { issue: toMlflowIssue(issue) };
  }
}
