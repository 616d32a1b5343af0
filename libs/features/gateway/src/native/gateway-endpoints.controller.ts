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
import { EndpointsService } from '../endpoints/endpoints.service.ts';
import {
  createEndpointBody,
  GatewayEndpointDto,
  GatewayEndpointListDto,
  type CreateEndpointBody,
} from './gateway.dto.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('gateway')
@Controller('api/v1/gateway/endpoints')
export class GatewayEndpointsController {
  constructor(private readonly endpoints: EndpointsService) {}

  @Get()
  @ApiOperation({ operationId: 'listGatewayEndpoints', summary: 'Names under which models are reached' })
  @ApiOkResponse({ type: GatewayEndpointListDto })
  async list(@CurrentWorkspace() workspaceId: string): Promise<GatewayEndpointListDto> {
    return new GatewayEndpointListDto(await this.endpoints.list(workspaceId));
  }

  @Post()
  @ApiOperation({ operationId: 'createGatewayEndpoint', summary: 'Give models a name to be reached under' })
  @ApiZodBody(createEndpointBody)
  @ApiCreatedResponse({ type: GatewayEndpointDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createEndpointBody)) body: CreateEndpointBody,
  ): Promise<GatewayEndpointDto> {
    const primaries = body.models.map(({ model_id: modelId, weight }) => ({
      modelId,
      weight,
      isFallback: false,
    }));
    const fallbacks = body.fallback_model_ids.map((modelId, index) => ({
      modelId,
      weight: 1,
      isFallback: true,
      fallbackOrder: index + 1,
    }));
    const models = [...primaries, ...fallbacks];
    const isSplit = primaries.length > 1;
    return new GatewayEndpointDto(await this.endpoints.create(workspaceId, body.name, { models, isSplit }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteGatewayEndpoint', summary: 'Delete an endpoint' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.endpoints.delete(workspaceId, id);
  }
}
