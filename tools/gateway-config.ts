import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICE_ROUTES, type ServiceName } from '../libs/service-kit/src/service-routes.ts';

/** The default ports of apps/<service>/src/app.config.ts. */
const PORTS: Readonly<Record<ServiceName, number>> = {
  ingest: 5001,
  'query-api': 5003,
  registry: 5004,
  evaluator: 5005,
};
export const GATEWAY_CONFIG = join(import.meta.dirname, '../deploy/compose/gateway.conf');

/** The nginx configuration of the compose gateway, from the one route table. */
export function gatewayConfig(): string {
  const locations = SERVICE_ROUTES.flatMap(({ prefix, service }) => {
    const target = `http://${service}:${PORTS[service]}`;
    const patterns = prefix === '/' ? ['/'] : [`= ${prefix}`, `${prefix}/`];
    // A variable makes nginx look the name up at each use, so that it starts and stays up while a service is away.
    return patterns.map((pattern) => `  location ${pattern} { set $target ${target}; proxy_pass $target; }`);
  });
  return `# Generated from libs/service-kit/src/service-routes.ts: node tools/gateway-config.ts
server {
  listen 5000;
  resolver 127.0.0.11 valid=5s;
  client_max_body_size 0;
  proxy_http_version 1.1;
  proxy_request_buffering off;
  proxy_buffering off;
  proxy_read_timeout 300s;
  proxy_set_header Host $http_host;
  proxy_set_header Connection "";
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header X-Forwarded-Proto $scheme;
  error_page 502 504 = @unavailable;
${locations.join('\n')}
  location @unavailable {
    default_type application/json;
    add_header Retry-After 1 always;
    return 503 '{"error_code":"TEMPORARILY_UNAVAILABLE","message":"the service is starting or down; try again"}';
  }
}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(GATEWAY_CONFIG, gatewayConfig());
