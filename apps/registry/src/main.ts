import 'reflect-metadata';
import { browserRules } from '@millrace/access';
import { runService, startService } from '@millrace/service-kit';
import { AppModule } from './app.module.ts';
import { readConfig } from './app.config.ts';

await runService(() => {
  const config = readConfig();
  return startService({
    name: 'registry',
    module: AppModule.for(config),
    host: config.MILLRACE_HOST,
    listeners: [{ port: config.MILLRACE_PORT, setting: 'MILLRACE_PORT' }],
    logLevel: config.MILLRACE_LOG_LEVEL,
    browsers: browserRules(config),
    trustedProxies: config.MILLRACE_TRUSTED_PROXIES,
    ...(config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined && {
      telemetryEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    }),
  });
});
