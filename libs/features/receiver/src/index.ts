export { ReceiverModule } from './receiver.module.ts';
export { receiverLimitsSchema, type ReceiverConfig, type ReceiverLimits } from './receiver.config.ts';
