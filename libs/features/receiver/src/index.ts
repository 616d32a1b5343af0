export { ReceiverModule } from './receiver.module.ts';
export { type ReceiverConfig, type ReceiverLimits } from './receiver.config.ts';
