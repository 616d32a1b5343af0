export { type LocalDomainEventsConfig, type LocalSpanLogConfig } from './local-log.config.ts';
export { LocalDomainEventsModule } from './domain-events/local-domain-events.module.ts';
export { LocalSpanLogModule } from './span-log/local-span-log.module.ts';
export { copyEventLog, copySpanLog } from './copy-log.ts';
