import 'reflect-metadata';
import { browserRules } from '@millrace/access';
import { claimDataFolder, runService, startService } from '@millrace/service-kit';
import { AppModule } from './app.module.ts';
import { readConfig } from './app.config.ts';
import { welcome } from './welcome.ts';

await runService(async () => {
  const config = readConfig(process.argv.slice(2));
  await claimDataFolder(config.MILLRACE_DATA_DIR);
  const service = await startService({
    name: 'standalone',
    module: AppModule.for(config),
    host: config.MILLRACE_HOST,
    listeners: [
      { port: config.MILLRACE_PORT, setting: 'MILLRACE_PORT' },
      { port: config.MILLRACE_OTLP_HTTP_PORT, setting: 'MILLRACE_OTLP_HTTP_PORT' },
    ],
    logLevel: config.MILLRACE_LOG_LEVEL,
    browsers: browserRules(config),
    trustedProxies: config.MILLRACE_TRUSTED_PROXIES,
    ...(config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined && {
      telemetryEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    }),
  });
  process.stdout.write(welcome(config));
  return service;
});
