import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
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
import { ModelsService } from '../models/models.service.ts';
import {
  createModelBody,
  GatewayModelDto,
  GatewayModelListDto,
  type CreateModelBody,
} from './gateway.dto.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('gateway')
@Controller('api/v1/gateway/models')
export class GatewayModelsController {
  constructor(private readonly models: ModelsService) {}

  @Get()
  @ApiOperation({ operationId: 'listGatewayModels', summary: 'Models of providers' })
  @ApiOkResponse({ type: GatewayModelListDto })
  async list(@CurrentWorkspace() workspaceId: string): Promise<GatewayModelListDto> {
    return new GatewayModelListDto(await this.models.list(workspaceId));
  }

  @Post()
  @ApiOperation({ operationId: 'createGatewayModel', summary: 'Define a model of a provider' })
  @ApiZodBody(createModelBody)
  @ApiCreatedResponse({ type: GatewayModelDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createModelBody)) body: CreateModelBody,
  ): Promise<GatewayModelDto> {
    const { name, provider, model: modelName, secret_id: secretId } = body;
    return new GatewayModelDto(
      await this.models.create(workspaceId, { name, provider, modelName, secretId }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteGatewayModel', summary: 'Delete a model that no endpoint uses' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.models.delete(workspaceId, id);
  }
}
