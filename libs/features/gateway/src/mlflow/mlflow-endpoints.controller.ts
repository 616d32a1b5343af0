import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { EndpointsService } from '../endpoints/endpoints.service.ts';
import { byIdOrName } from '../input/gateway-input.ts';
import {
  attachMessage,
  bindingFilterMessage,
  bindingMessage,
  createEndpointMessage,
  deleteTagMessage,
  detachMessage,
  endpointIdMessage,
  filterMessage,
  getEndpointMessage,
  setTagMessage,
  toChange,
  toLink,
  toMlflowBinding,
  toMlflowEndpoint,
  toMlflowMapping,
  updateEndpointMessage,
} from './mlflow-gateway.dto.ts';

const WORDS = { id: 'endpoint_id', name: 'name' };
type Binding = z.output<typeof bindingMessage>;

/** MLflow's gateway endpoints API, version 3.0. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'gateway/endpoints'))
export class MlflowEndpointsController {
  constructor(private readonly endpoints: EndpointsService) {}

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createEndpointMessage) message: z.output<typeof createEndpointMessage>,
  ) {
    const change = { ...toChange(message), by: message.created_by };
    return { endpoint: toMlflowEndpoint(await this.endpoints.create(workspaceId, message.name, change)) };
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(getEndpointMessage) { endpoint_id, name }: z.output<typeof getEndpointMessage>,
  ) {
    const asked = byIdOrName(WORDS, { id: endpoint_id, name });
    return { endpoint: toMlflowEndpoint(await this.endpoints.get(workspaceId, asked)) };
  }

  @Post('update')
  @HttpCode(200)
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateEndpointMessage) message: z.output<typeof updateEndpointMessage>,
  ) {
    const { endpoint_id, name, updated_by: by } = message;
    const endpoint = await this.endpoints.update(workspaceId, endpoint_id, {
      ...toChange(message),
      name,
      by,
    });
    return { endpoint: toMlflowEndpoint(endpoint) };
  }

  @Delete('delete')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(endpointIdMessage) { endpoint_id }: z.output<typeof endpointIdMessage>,
  ) {
    await this.endpoints.delete(workspaceId, endpoint_id);
    return {};
  }

  @Get('list')
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(filterMessage) { provider, secret_id: secretId }: z.output<typeof filterMessage>,
  ) {
    const endpoints = await this.endpoints.list(workspaceId, { provider, secretId });
    return { ...(endpoints.length > 0 && { endpoints: endpoints.map(toMlflowEndpoint) }) };
  }

  @Post('models/attach')
  @HttpCode(200)
  async attach(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(attachMessage) message: z.output<typeof attachMessage>,
  ) {
    const { endpoint_id, model_config, created_by } = message;
    const mapping = await this.endpoints.attach(workspaceId, endpoint_id, toLink(model_config), created_by);
    return { mapping: toMlflowMapping(mapping) };
  }

  @Post('models/detach')
  @HttpCode(200)
  async detach(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(detachMessage) message: z.output<typeof detachMessage>,
  ) {
    await this.endpoints.detach(workspaceId, message.endpoint_id, message.model_definition_id);
    return {};
  }

  @Post('bindings/create')
  @HttpCode(200)
  async bind(@CurrentWorkspace() workspaceId: string, @MlflowParameters(bindingMessage) message: Binding) {
    return {
      binding: toMlflowBinding(await this.endpoints.bind(workspaceId, toKey(message), message.created_by)),
    };
  }

  @Delete('bindings/delete')
  async unbind(@CurrentWorkspace() workspaceId: string, @MlflowParameters(bindingMessage) message: Binding) {
    await this.endpoints.unbind(workspaceId, toKey(message));
    return {};
  }

  @Get('bindings/list')
  async listBindings(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(bindingFilterMessage) message: z.output<typeof bindingFilterMessage>,
  ) {
    const { endpoint_id: endpointId, resource_type: resourceType, resource_id: resourceId } = message;
    const bindings = await this.endpoints.listBindings(workspaceId, {
      ...(endpointId !== undefined && { endpointId }),
      ...(resourceType !== undefined && { resourceType }),
      ...(resourceId !== undefined && { resourceId }),
    });
    return { ...(bindings.length > 0 && { bindings: bindings.map(toMlflowBinding) }) };
  }

  @Post('set-tag')
  @HttpCode(200)
  async setTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(setTagMessage) { endpoint_id, key, value }: z.output<typeof setTagMessage>,
  ) {
    await this.endpoints.setTag(workspaceId, endpoint_id, key, value);
    return {};
  }

  @Delete('delete-tag')
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(deleteTagMessage) { endpoint_id, key }: z.output<typeof deleteTagMessage>,
  ) {
    await this.endpoints.deleteTag(workspaceId, endpoint_id, key);
    return {};
  }
}

function toKey({ endpoint_id: endpointId, resource_type: resourceType, resource_id: resourceId }: Binding) {
  return { endpointId, resourceType, resourceId };
}
