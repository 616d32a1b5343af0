import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentPrincipal, type Principal } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import {
  createWorkspaceBody,
  updateWorkspaceBody,
  WorkspaceDto,
  WorkspaceListDto,
  type CreateWorkspaceBody,
  type UpdateWorkspaceBody,
} from './workspaces.dto.ts';
import { WorkspacesService } from './workspaces.service.ts';

@ApiTags('workspaces')
@Controller('api/v1/workspaces')
export class WorkspacesController {
  constructor(private readonly workspaces: WorkspacesService) {}

  @Get()
  @ApiOperation({ operationId: 'listWorkspaces', summary: 'List workspaces' })
  @ApiOkResponse({ type: WorkspaceListDto })
  async list(@CurrentPrincipal() principal: Principal): Promise<WorkspaceListDto> {
    return new WorkspaceListDto(
      (await this.workspaces.list(principal)).map((workspace) => new WorkspaceDto(workspace)),
    );
  }

  @Post()
  @ApiOperation({
    operationId: 'createWorkspace',
    summary: 'Create a workspace',
    description: 'It has an experiment `Default` for traces that name none.',
  })
  @ApiZodBody(createWorkspaceBody)
  @ApiCreatedResponse({ type: WorkspaceDto })
  async create(@Body(new ZodPipe(createWorkspaceBody)) body: CreateWorkspaceBody): Promise<WorkspaceDto> {
    return new WorkspaceDto(await this.workspaces.create(body.name, body.description));
  }

  @Get(':name')
  @ApiOperation({ operationId: 'getWorkspace', summary: 'Get a workspace' })
  @ApiOkResponse({ type: WorkspaceDto })
  async get(@Param('name') name: string, @CurrentPrincipal() principal: Principal): Promise<WorkspaceDto> {
    return new WorkspaceDto(await this.workspaces.get(name, principal));
  }

  @Patch(':name')
  @ApiOperation({ operationId: 'updateWorkspace', summary: 'Change the description of a workspace' })
  @ApiZodBody(updateWorkspaceBody)
  @ApiOkResponse({ type: WorkspaceDto })
  async update(
    @Param('name') name: string,
    @Body(new ZodPipe(updateWorkspaceBody)) body: UpdateWorkspaceBody,
  ): Promise<WorkspaceDto> {
    return new WorkspaceDto(await this.workspaces.describe(name, body.description));
  }

  @Delete(':name')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({
    operationId: 'deleteWorkspace',
    summary: 'Delete a workspace',
    description: 'Its experiments are deleted first. Its name is not given again.',
  })
  @ApiNoContentResponse()
  async delete(@Param('name') name: string): Promise<void> {
    await this.workspaces.delete(name);
  }
}
