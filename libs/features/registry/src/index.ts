export { RegistryModule } from './registry.module.ts';
export { registryConfigSchema, type RegistryConfig } from './registry.config.ts';
export { REGISTRY_ENTITIES } from './registry-entities.ts';
