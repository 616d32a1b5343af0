import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessModule } from '@millrace/access';
import { ModelAccessModule } from '@millrace/model-access';
import { ErrorFormats } from '@millrace/service-kit';
import { DiscoveryService } from './discovery/discovery.service.ts';
import { EndpointsService } from './endpoints/endpoints.service.ts';
import { ChatController } from './inference/chat.controller.ts';
import { ChatService } from './inference/chat.service.ts';
import { writeGatewayError } from './inference/gateway-errors.ts';
import { MlflowDiscoveryController } from './mlflow/mlflow-discovery.controller.ts';
import { MlflowEndpointsController } from './mlflow/mlflow-endpoints.controller.ts';
import { MlflowModelsController } from './mlflow/mlflow-models.controller.ts';
import { MlflowRefusedController } from './mlflow/mlflow-refused.controller.ts';
import { MlflowSecretsController } from './mlflow/mlflow-secrets.controller.ts';
import { ModelsService } from './models/models.service.ts';
import { GatewayEndpointsController } from './native/gateway-endpoints.controller.ts';
import { GatewayModelsController } from './native/gateway-models.controller.ts';
import { GatewaySecretsController } from './native/gateway-secrets.controller.ts';
import { SecretsService } from './secrets/secrets.service.ts';

/** Models of providers under names of one's own. Needs a DataSource, ChatModel and SecretBox. */
@Module({
  imports: [AccessModule, ModelAccessModule],
  controllers: [
    ChatController,
    GatewayEndpointsController,
    GatewayModelsController,
    GatewaySecretsController,
    MlflowDiscoveryController,
    MlflowEndpointsController,
    MlflowModelsController,
    MlflowRefusedController,
    MlflowSecretsController,
  ],
  providers: [ChatService, DiscoveryService, EndpointsService, ModelsService, SecretsService],
})
export class GatewayModule implements OnModuleInit {
  constructor(private readonly errors: ErrorFormats) {}

  onModuleInit(): void {
    this.errors.register('/gateway/', writeGatewayError);
  }
}
