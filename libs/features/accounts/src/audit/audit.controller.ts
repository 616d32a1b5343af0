import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, CurrentWorkspace, type Principal } from '@millrace/access';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { AuditPageDto, auditQuery, type AuditQuery } from './audit.dto.ts';
import { AuditService } from './audit.service.ts';

@ApiTags('access')
@Controller('api/v1/audit-entries')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @ApiOperation({
    operationId: 'listAuditEntries',
    summary: 'What was done in the workspace, and by whom',
    description:
      'Changes, and what was refused; the newest first. Written where somebody signs in. Operators are told of the installation too.',
  })
  @ApiZodQuery(auditQuery)
  @ApiOkResponse({ type: AuditPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @CurrentPrincipal() { isOperator }: Principal,
    @Query(new ZodPipe(auditQuery)) { actor, action, limit, page_token: pageToken }: AuditQuery,
  ): Promise<AuditPageDto> {
    return new AuditPageDto(
      await this.audit.search(workspaceId, { actor, action, isOfInstallation: isOperator, limit, pageToken }),
    );
  }
}
