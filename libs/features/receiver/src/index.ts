export { OTLP_GRPC_PATHS } from './grpc/otlp-grpc.server.ts';
export { ReceiverModule } from './receiver.module.ts';
export { type ReceiverConfig, type ReceiverLimits } from './receiver.config.ts';
