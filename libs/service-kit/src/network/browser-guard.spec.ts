import { fastify, type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { guardBrowsers, type BrowserRules } from './browser-guard.ts';

let server: FastifyInstance;

async function statusOf(
  rules: BrowserRules,
  headers: Record<string, string>,
  method: 'GET' | 'POST' | 'OPTIONS' = 'POST',
) {
  server = fastify();
  guardBrowsers(server, rules);
  server.all('/', async () => 'ok');
  const { statusCode, headers: answered } = await server.inject({ method, url: '/', headers });
  return { status: statusCode, headers: answered };
}

afterEach(() => server.close());

describe('a page of another site', () => {
  const rules = { allowedOrigins: ['https://app.example'] };

  it.each([
    ['none, as programs send', {}, 200],
    ['our own', { host: 'millrace.example', origin: 'https://millrace.example' }, 200],
    [
      'our own behind a proxy',
      { host: 'web:5003', 'x-forwarded-host': 'm.example', origin: 'https://m.example' },
      200,
    ],
    ['an allowed one', { host: 'millrace.example', origin: 'https://app.example' }, 200],
    ['another one', { host: 'millrace.example', origin: 'https://evil.example' }, 403],
    ['our name on another port', { host: 'localhost:5000', origin: 'http://localhost:8080' }, 403],
    ['a hidden one', { host: 'millrace.example', origin: 'null' }, 403],
    ['another site without a name', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 200],
  ])('whose origin is %s', async (_, headers, expected) => {
    expect((await statusOf(rules, headers)).status).toBe(expected);
  });

  it('may look, but is not shown what it sees', async () => {
    const { status, headers } = await statusOf(rules, { origin: 'https://evil.example' }, 'GET');
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('that is allowed is told so beforehand', async () => {
    const { status, headers } = await statusOf(rules, { origin: 'https://app.example' }, 'OPTIONS');
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('https://app.example');
    expect(headers['access-control-allow-headers']).toContain('authorization');
  });
});

describe('the name of the server', () => {
  const rules = { allowedOrigins: [], allowedHosts: ['millrace.internal'] };

  it.each([
    ['localhost:5000', 200],
    ['127.0.0.1:5000', 200],
    ['[::1]:5000', 200],
    ['millrace.internal', 200],
    ['MILLRACE.internal:5000', 200],
    ['rebound.evil.example:5000', 403],
  ])('%s', async (host, expected) => {
    expect((await statusOf(rules, { host }, 'GET')).status).toBe(expected);
  });
});

it('answers of the API are no pages', async () => {
  const { headers } = await statusOf({ allowedOrigins: [] }, {}, 'GET');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
  });
});
