import { Controller, Get, Headers, Param, Query, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { ApiListOrTable, tableFormat } from '../tables/table-response.ts';
import {
  getSessionQuery,
  listSessionsQuery,
  SessionDetailDto,
  SessionPageDto,
  type GetSessionQuery,
  type ListSessionsQuery,
} from './sessions.dto.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('sessions')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @ApiOperation({ operationId: 'listSessions', summary: 'Sessions with what their traces come to' })
  @ApiZodQuery(listSessionsQuery)
  @ApiListOrTable(SessionPageDto)
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listSessionsQuery)) query: ListSessionsQuery,
    @Headers('accept') accept: string | undefined,
  ): Promise<SessionPageDto | StreamableFile> {
    const format = tableFormat(query.format, accept);
    if (format !== undefined) return this.sessions.table(workspaceId, query, format);
    return new SessionPageDto(await this.sessions.list(workspaceId, query));
  }

  @Get(':session_id')
  @ApiOperation({ operationId: 'getSession', summary: 'A session and its traces, the first one first' })
  @ApiParam({ name: 'session_id' })
  @ApiZodQuery(getSessionQuery)
  @ApiOkResponse({ type: SessionDetailDto })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param('session_id') id: string,
    @Query(new ZodPipe(getSessionQuery)) query: GetSessionQuery,
  ): Promise<SessionDetailDto> {
    const { session, page } = await this.sessions.get(workspaceId, id, query);
    return new SessionDetailDto(session, page);
  }
}
