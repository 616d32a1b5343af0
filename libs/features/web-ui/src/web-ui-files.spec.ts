import 'reflect-metadata';
import { Controller, Module, Post } from '@nestjs/common';
import { ServiceKitModule, startService, type RunningService } from '@millrace/service-kit';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebUiModule } from './web-ui.module.ts';

@Controller()
class EchoController {
  @Post('api/v1/echo')
  echo(): object {
    return {};
  }
}

const dir = mkdtempSync(join(tmpdir(), 'web-ui-'));
let service: RunningService;

beforeAll(async () => {
  writeFileSync(join(dir, 'index.html'), '<title>Millrace</title>');
  @Module({
    imports: [ServiceKitModule.for('web-ui-spec'), WebUiModule.for(dir, ['https://hub.example'])],
    controllers: [EchoController],
  })
  class WebUiUnderTest {}
  service = await startService({
    name: 'web-ui-spec',
    module: WebUiUnderTest,
    host: '127.0.0.1',
    listeners: [{ port: 0, setting: 'MILLRACE_PORT' }],
    logLevel: 'silent',
  });
});

afterAll(async () => {
  await service?.stop();
  rmSync(dir, { recursive: true });
});

it('serves the page at its addresses', async () => {
  for (const path of ['/', '/experiments/1/traces', '/playground']) {
    const page = await fetch(`${service.urls[0]}${path}`);
    expect([page.status, await page.text()]).toEqual([200, '<title>Millrace</title>']);
  }
});

it('leaves errors of the API in their form', async () => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${service.urls[0]}/api/v1/echo`, { method: 'POST', headers, body: '{"a":' });
  expect(await answer.json()).toMatchObject({ error: { code: 'BAD_REQUEST' } });
});

it('lets pages of others frame the page of notebooks alone: of this machine, and of origins that are named', async () => {
  const headersOf = async (path: string) => (await fetch(`${service.urls[0]}${path}`)).headers;
  const notebook = await headersOf('/static-files/lib/notebook-trace-renderer/index.html?trace_id=tr-1');
  expect(notebook.get('x-frame-options')).toBeNull();
  expect(notebook.get('content-security-policy')).toMatch(
    /script-src 'self'.*frame-ancestors 'self' http:\/\/localhost:\* .*vscode-webview: https:\/\/hub\.example$/,
  );
  const page = await headersOf('/experiments/1');
  expect(page.get('x-frame-options')).toBe('DENY');
  expect(page.get('content-security-policy')).toMatch(/frame-ancestors 'none'$/);
});
