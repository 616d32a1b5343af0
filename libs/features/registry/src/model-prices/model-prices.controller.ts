import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  ModelPriceDto,
  ModelPriceListDto,
  modelPriceQuery,
  putModelPriceBody,
  toRates,
  type PutModelPriceBody,
} from './model-prices.dto.ts';
import { ModelPricesService } from './model-prices.service.ts';

@ApiTags('model prices')
@Controller('api/v1/model-prices')
export class ModelPricesController {
  constructor(private readonly prices: ModelPricesService) {}

  @Get()
  @ApiOperation({ operationId: 'listModelPrices', summary: 'Prices that the workspace has set' })
  @ApiOkResponse({ type: ModelPriceListDto })
  async list(@CurrentWorkspace() workspaceId: string): Promise<ModelPriceListDto> {
    return new ModelPriceListDto(await this.prices.list(workspaceId));
  }

  @Put()
  @ApiOperation({
    operationId: 'putModelPrice',
    summary: 'Set the price of a model',
    description: 'Holds for spans that arrive from about 5 s later on; reprice those that are there already.',
  })
  @ApiZodBody(putModelPriceBody)
  @ApiOkResponse({ type: ModelPriceDto })
  async put(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(putModelPriceBody)) body: PutModelPriceBody,
  ): Promise<ModelPriceDto> {
    return new ModelPriceDto(await this.prices.put(workspaceId, body, toRates(body)));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteModelPrice', summary: 'Go back to the price of the table' })
  @ApiZodQuery(modelPriceQuery)
  @ApiNoContentResponse()
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(modelPriceQuery)) { model, provider }: z.output<typeof modelPriceQuery>,
  ): Promise<void> {
    await this.prices.delete(workspaceId, model, provider);
  }
}
