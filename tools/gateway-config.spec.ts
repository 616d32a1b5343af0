import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERVICE_ROUTES } from '../libs/service-kit/src/service-routes.ts';
import { GATEWAY_CONFIG, gatewayConfig } from './gateway-config.ts';

const ROOT = join(import.meta.dirname, '..');

/** One process of everything, and commands that end. */
const NOT_SERVICES = ['standalone', 'cli'];

describe('the gateway of the compose file', () => {
  it('is what the route table says: else run node tools/gateway-config.ts', () => {
    expect(readFileSync(GATEWAY_CONFIG, 'utf8')).toBe(gatewayConfig());
  });

  it('reaches each service at the default port of its app', () => {
    for (const { service } of SERVICE_ROUTES) {
      const appConfig = readFileSync(join(ROOT, 'apps', service, 'src/app.config.ts'), 'utf8');
      const port = /MILLRACE_PORT: SETTINGS\.MILLRACE_PORT\.default\((\d+)\)/.exec(appConfig)?.[1];
      expect(gatewayConfig()).toContain(`http://${service}:${port};`);
    }
  });

  it('stands in front of every app that is a service', () => {
    const compose = readFileSync(join(ROOT, 'deploy/compose/docker-compose.yaml'), 'utf8');
    for (const app of readdirSync(join(ROOT, 'apps')).filter((name) => !NOT_SERVICES.includes(name))) {
      expect(compose).toContain(`target: ${app} }`);
    }
  });
});
