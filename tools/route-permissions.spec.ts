import 'reflect-metadata';
import { findPermission, ROUTE_PERMISSIONS } from '@millrace/access';
import { OTLP_GRPC_PATHS } from '@millrace/feature-receiver';
import { listRoutes, type Route } from '@millrace/service-kit';
import { beforeAll, expect, it } from 'vitest';
import { AppModule as Evaluator } from '../apps/evaluator/src/app.module.ts';
import { AppModule as Ingest } from '../apps/ingest/src/app.module.ts';
import { AppModule as QueryApi } from '../apps/query-api/src/app.module.ts';
import { AppModule as Registry } from '../apps/registry/src/app.module.ts';
import { AppModule as Standalone } from '../apps/standalone/src/app.module.ts';
import { AppModule as Writer } from '../apps/writer/src/app.module.ts';
import {
  EXAMPLE_ENVIRONMENT as environment,
  SETTINGS_OF_APPS as settings,
} from './generate/settings-of-apps.ts';

let routes: readonly Route[];

beforeAll(async () => {
  const modules = [
    Standalone.for(settings.standalone.parse({})),
    QueryApi.for(settings['query-api'].parse(environment)),
    Registry.for(settings.registry.parse(environment)),
    Ingest.for(settings.ingest.parse({ ...environment, MILLRACE_OTLP_HTTP_PORT: '4318' })),
    Writer.for(settings.writer.parse(environment)),
    Evaluator.for(settings.evaluator.parse(environment)),
  ];
  const http = await Promise.all(modules.map(listRoutes));
  routes = [...http.flat(), ...OTLP_GRPC_PATHS.map((path) => ({ method: 'GRPC', path }))];
});

it('every endpoint of every service, over HTTP and gRPC, says what it asks of its caller', () => {
  expect(routes.length).toBeGreaterThan(400);
  expect(routes.filter((route) => findPermission(ROUTE_PERMISSIONS, route) === undefined)).toEqual([]);
});

it('nothing is said of endpoints that are not there', () => {
  const used = new Set(routes.map((route) => findPermission(ROUTE_PERMISSIONS, route)));
  expect(ROUTE_PERMISSIONS.filter((line) => !used.has(line))).toEqual([]);
});

it('asks nothing of whoever probes or signs in, and of nobody else', () => {
  const open = routes.filter((route) => findPermission(ROUTE_PERMISSIONS, route)?.[2] === 'public');
  expect([...new Set(open.map(({ path }) => path))].sort()).toEqual([
    '/ajax-api/3.0/mlflow/server-info',
    '/api/3.0/mlflow/server-info',
    '/api/v1/sign-in',
    '/auth/oidc',
    '/auth/oidc/callback',
    '/health',
    '/health/live',
    '/health/ready',
    '/version',
  ]);
});
