export {
  DEFAULT_MAX_IN_FLIGHT_BYTES,
  localSpanLogConfigSchema,
  type LocalSpanLogConfig,
} from './local-log.config.ts';
export { LocalSpanLogModule } from './span-log/local-span-log.module.ts';
