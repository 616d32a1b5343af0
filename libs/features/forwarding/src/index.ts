export { ForwardingModule } from './forwarding.module.ts';
export { forwardingConfigSchema, type ForwardingConfig } from './forwarding.config.ts';
