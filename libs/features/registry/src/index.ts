export { RegistryModule } from './registry.module.ts';
export { REGISTRY_ENTITIES } from './registry-entities.ts';
