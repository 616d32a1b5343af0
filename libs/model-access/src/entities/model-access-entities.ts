import { GatewayEndpointModel } from './gateway-endpoint-model.entity.ts';
import { GatewayModel } from './gateway-model.entity.ts';
import { GatewaySecret } from './gateway-secret.entity.ts';

/** Everything of this library that lives in PostgreSQL, beside the endpoints of the access library. */
export const MODEL_ACCESS_ENTITIES: readonly (new () => object)[] = [
  GatewaySecret,
  GatewayModel,
  GatewayEndpointModel,
];
