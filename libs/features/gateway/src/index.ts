export { GatewayModule } from './gateway.module.ts';
export { GATEWAY_ENTITIES } from './gateway-entities.ts';
