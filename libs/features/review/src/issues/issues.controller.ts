import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  createIssueBody,
  IssueDto,
  IssuePageDto,
  listIssuesQuery,
  updateIssueBody,
  type CreateIssueBody,
  type ListIssuesQuery,
  type UpdateIssueBody,
} from './issues.dto.ts';
import { IssuesService } from './issues.service.ts';

const ISSUE_ID = { name: 'issue_id' };

@ApiTags('issues')
@Controller('api/v1/issues')
export class IssuesController {
  constructor(private readonly issues: IssuesService) {}

  @Get()
  @ApiOperation({
    operationId: 'listIssues',
    summary: 'Problems found in traces',
    description:
      'The most severe first; then those with the most traces, if they are counted; then the newest.',
  })
  @ApiZodQuery(listIssuesQuery)
  @ApiOkResponse({ type: IssuePageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listIssuesQuery)) query: ListIssuesQuery,
  ): Promise<IssuePageDto> {
    const page = await this.issues.search(workspaceId, {
      experimentId: query.experiment_id,
      filter: query.filter,
      limit: query.limit,
      pageToken: query.page_token,
      isCounted: query.trace_count,
    });
    return new IssuePageDto(page.issues, page.next);
  }

  @Post()
  @ApiOperation({ operationId: 'createIssue', summary: 'Note a problem' })
  @ApiZodBody(createIssueBody)
  @ApiCreatedResponse({ type: IssueDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createIssueBody)) body: CreateIssueBody,
  ): Promise<IssueDto> {
    const issue = await this.issues.create(workspaceId, {
      experimentId: body.experiment_id,
      name: body.name,
      description: body.description,
      status: body.status,
      severity: body.severity,
      rootCauses: body.root_causes,
      categories: body.categories,
      sourceRunId: body.source_run_id,
      createdBy: body.created_by,
    });
    return new IssueDto(issue);
  }

  @Get(':issue_id')
  @ApiOperation({ operationId: 'getIssue', summary: 'One problem' })
  @ApiParam(ISSUE_ID)
  @ApiOkResponse({ type: IssueDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('issue_id') id: string): Promise<IssueDto> {
    return new IssueDto(await this.issues.get(workspaceId, id));
  }

  @Patch(':issue_id')
  @ApiOperation({ operationId: 'updateIssue', summary: 'Change a problem; what is absent stays' })
  @ApiParam(ISSUE_ID)
  @ApiZodBody(updateIssueBody)
  @ApiOkResponse({ type: IssueDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('issue_id') id: string,
    @Body(new ZodPipe(updateIssueBody)) body: UpdateIssueBody,
  ): Promise<IssueDto> {
    return new IssueDto(await this.issues.update(workspaceId, id, body));
  }
}
