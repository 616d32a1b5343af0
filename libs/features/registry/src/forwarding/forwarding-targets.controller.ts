import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import {
  createTargetBody,
  ForwardingTargetDto,
  ForwardingTargetListDto,
  updateTargetBody,
  type CreateTargetBody,
  type UpdateTargetBody,
} from './forwarding-targets.dto.ts';
import { ForwardingTargetsService } from './forwarding-targets.service.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('forwarding')
@Controller('api/v1/forwarding-targets')
export class ForwardingTargetsController {
  constructor(private readonly targets: ForwardingTargetsService) {}

  @Get()
  @ApiOperation({
    operationId: 'listForwardingTargets',
    summary: 'Where spans are sent on to, and how far that is',
  })
  @ApiOkResponse({ type: ForwardingTargetListDto })
  async list(@CurrentWorkspace() workspaceId: string): Promise<ForwardingTargetListDto> {
    return new ForwardingTargetListDto(await this.targets.list(workspaceId));
  }

  @Post()
  @ApiOperation({
    operationId: 'createForwardingTarget',
    summary: 'Send the spans of an experiment on to an OTLP/HTTP endpoint',
    description: 'Begins with spans that arrive from about 5 s later on. Each is sent at least once.',
  })
  @ApiZodBody(createTargetBody)
  @ApiCreatedResponse({ type: ForwardingTargetDto })
  create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createTargetBody)) body: CreateTargetBody,
  ): Promise<ForwardingTargetDto> {
    return this.targets.create(workspaceId, body);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getForwardingTarget', summary: 'One forwarding target' })
  @ApiParam(ID)
  @ApiOkResponse({ type: ForwardingTargetDto })
  get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<ForwardingTargetDto> {
    return this.targets.get(workspaceId, id);
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'updateForwardingTarget',
    summary: 'Change a forwarding target, which goes on where it is',
  })
  @ApiParam(ID)
  @ApiZodBody(updateTargetBody)
  @ApiOkResponse({ type: ForwardingTargetDto })
  update(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(updateTargetBody)) body: UpdateTargetBody,
  ): Promise<ForwardingTargetDto> {
    return this.targets.update(workspaceId, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteForwardingTarget', summary: 'Stop sending spans on' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.targets.delete(workspaceId, id);
  }
}
