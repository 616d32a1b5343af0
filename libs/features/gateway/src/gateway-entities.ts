import { MODEL_ACCESS_ENTITIES } from '@millrace/model-access';
import { GatewayEndpointTag } from './endpoints/gateway-endpoint-tag.entity.ts';

/** Everything of this feature that lives in PostgreSQL, beside the endpoints and bindings of the access library. */
export const GATEWAY_ENTITIES: readonly (new () => object)[] = [...MODEL_ACCESS_ENTITIES, GatewayEndpointTag];
