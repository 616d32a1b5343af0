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
import * as dto from './alert-rules.dto.ts';
import { AlertRulesService } from './alert-rules.service.ts';

const ID = { name: 'id', schema: { type: 'string', format: 'uuid' } } as const;

@ApiTags('alerts')
@Controller('api/v1/alert-rules')
export class AlertRulesController {
  constructor(private readonly rules: AlertRulesService) {}

  @Get()
  @ApiOperation({ operationId: 'listAlertRules', summary: 'Rules of alerts, the newest first' })
  @ApiZodQuery(dto.listAlertRulesQuery)
  @ApiOkResponse({ type: dto.AlertRulePageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(dto.listAlertRulesQuery)) query: dto.ListAlertRulesQuery,
  ): Promise<dto.AlertRulePageDto> {
    const { experiment_id: experimentId, limit, page_token: pageToken } = query;
    return new dto.AlertRulePageDto(await this.rules.list(workspaceId, experimentId, { limit, pageToken }));
  }

  @Post()
  @ApiOperation({
    operationId: 'createAlertRule',
    summary: 'Watch figures of traces or scores, and tell webhooks of changes',
    description:
      'Checked every minute. Webhooks hear alert.fired when it begins to hold and alert.resolved when it ceases to, or when there is too little data.',
  })
  @ApiZodBody(dto.createAlertRuleBody)
  @ApiCreatedResponse({ type: dto.AlertRuleDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(dto.createAlertRuleBody)) body: dto.CreateAlertRuleBody,
  ): Promise<dto.AlertRuleDto> {
    const created = await this.rules.create(workspaceId, body.experiment_id, dto.toSettings(body));
    return new dto.AlertRuleDto(created);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getAlertRule', summary: 'A rule, and how it stands' })
  @ApiParam(ID)
  @ApiOkResponse({ type: dto.AlertRuleDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<dto.AlertRuleDto> {
    return new dto.AlertRuleDto(await this.rules.get(workspaceId, id));
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'updateAlertRule',
    summary: 'Change a rule',
    description: 'What is absent stays. Alerts end when it watches something else from now on, or nothing.',
  })
  @ApiParam(ID)
  @ApiZodBody(dto.updateAlertRuleBody)
  @ApiOkResponse({ type: dto.AlertRuleDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(dto.updateAlertRuleBody)) body: dto.UpdateAlertRuleBody,
  ): Promise<dto.AlertRuleDto> {
    const change = (before: Parameters<typeof dto.changeSettings>[0]) => dto.changeSettings(before, body);
    return new dto.AlertRuleDto(await this.rules.update(workspaceId, id, change));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteAlertRule',
    summary: 'Delete a rule and its history; nobody is told that its alerts end',
  })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.rules.delete(workspaceId, id);
  }

  @Get(':id/history')
  @ApiOperation({
    operationId: 'listAlertHistory',
    summary: 'Changes of state of the last 90 days, the newest first',
  })
  @ApiParam(ID)
  @ApiZodQuery(dto.alertHistoryQuery)
  @ApiOkResponse({ type: dto.AlertHistoryDto })
  async listHistory(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Query(new ZodPipe(dto.alertHistoryQuery)) { limit, page_token: pageToken }: dto.AlertHistoryQuery,
  ): Promise<dto.AlertHistoryDto> {
    return new dto.AlertHistoryDto(await this.rules.listChanges(workspaceId, id, { limit, pageToken }));
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'testAlertRule',
    summary: 'What a check would find now; changes nothing and tells nobody',
  })
  @ApiParam(ID)
  @ApiOkResponse({ type: dto.AlertTestDto })
  async test(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<dto.AlertTestDto> {
    return new dto.AlertTestDto(await this.rules.test(workspaceId, id));
  }
}
