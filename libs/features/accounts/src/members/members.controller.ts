import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { MemberDto, MemberListDto, setMemberBody, type SetMemberBody } from './members.dto.ts';
import { MembersService } from './members.service.ts';

@ApiTags('access')
@Controller('api/v1/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @ApiOperation({ operationId: 'listMembers', summary: 'List the members of the workspace' })
  @ApiOkResponse({ type: MemberListDto })
  async list(@CurrentWorkspace() workspaceId: string): Promise<MemberListDto> {
    return new MemberListDto(await this.members.list(workspaceId));
  }

  @Put(':name')
  @ApiOperation({
    operationId: 'setMember',
    summary: 'Make a user a member of the workspace, or another kind of one',
  })
  @ApiZodBody(setMemberBody)
  @ApiOkResponse({ type: MemberDto })
  async set(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Body(new ZodPipe(setMemberBody)) { role }: SetMemberBody,
  ): Promise<MemberDto> {
    return new MemberDto(await this.members.set(workspaceId, name, role));
  }

  @Delete(':name')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ operationId: 'removeMember', summary: 'Take somebody out of the workspace' })
  @ApiNoContentResponse()
  async remove(@CurrentWorkspace() workspaceId: string, @Param('name') name: string): Promise<void> {
    await this.members.remove(workspaceId, name);
  }
}
