import { isLoopback } from '@millrace/access';
import { adminPasswordFile, type StandaloneConfig } from './app.config.ts';

/** What to do next, printed once everything is ready. */
export function welcome(config: StandaloneConfig): string {
  const {
    MILLRACE_HOST: host,
    MILLRACE_PORT: port,
    MILLRACE_OTLP_HTTP_PORT: http,
    MILLRACE_OTLP_GRPC_PORT: grpc,
  } = config;
  const isOpen = !config.MILLRACE_AUTHENTICATION && !isLoopback(host);
  const warning = isOpen
    ? `\n  WARNING: nobody has to sign in: anyone who reaches ${host} on these ports can read and write everything.\n`
    : '';
  const base = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  return `
Millrace is ready on ${base}   (data in ${config.MILLRACE_DATA_DIR}; Ctrl-C stops it, nothing is lost)

  Web UI           ${base}${signInOf(config)}
  MLflow client    mlflow.set_tracking_uri("${base}")
  OpenTelemetry    OTLP/HTTP on ${http}, OTLP/gRPC on ${grpc}, the standard ports of every exporter
  Traces           curl "${base}/api/v1/traces?experiment_id=0"
  API              ${base}/api/v1/openapi.json
${warning}
`;
}

/** Who may sign in, where somebody has to: unless the password was changed since. */
function signInOf(config: StandaloneConfig): string {
  if (!config.MILLRACE_AUTHENTICATION) return '';
  const where =
    config.MILLRACE_ADMIN_PASSWORD === undefined
      ? `the password in ${adminPasswordFile(config)}`
      : 'the password that is set';
  return `   (sign in as admin, with ${where}; make API keys in Settings)`;
}
