import { Module } from '@nestjs/common';
import { ModelPricesController } from './model-prices.controller.ts';
import { ModelPricesService } from './model-prices.service.ts';

/** What a workspace pays for models. */
@Module({ controllers: [ModelPricesController], providers: [ModelPricesService] })
export class ModelPricesModule {}
