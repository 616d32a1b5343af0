import { spawn } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { runCommand } from '../support/commands.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const COMMAND = ['dist/cli/main.js', 'mcp'];

describe.each(TOPOLOGIES)('millrace mcp against $name', (topology) => {
  let target: BorrowedTarget;
  const traceId = newTraceId();
  const question = `where is my order? ${'x'.repeat(10_000)}`;

  beforeAll(async () => {
    target = await borrowTarget(topology);
    const root = makeSpan({
      traceId,
      name: 'answer',
      attributes: { 'mlflow.spanInputs': JSON.stringify(question) },
    });
    const failed = makeSpan({
      traceId,
      name: 'look up',
      parentSpanId: root.spanId,
      startTimeUnixNano: root.startTimeUnixNano + 1n,
      statusCode: 2,
      statusMessage: 'gone',
    });
    await sendSpans(target.otlpUrl, [root, failed]);
    await untilComplete(target.url);
    const register = [
      'prompts',
      'register',
      'greeting',
      '--template',
      'Hello {{ name }}',
      '--alias',
      'production',
    ];
    expect(await runCommand(register, { MILLRACE_URL: target.url })).toMatchObject({ code: 0 });
  }, 180_000);

  afterAll(async () => {
    await target?.stop();
  });

  it('lets a model search traces, read one span by span, and read prompts and evaluations', async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: COMMAND,
      env: { ...(process.env as Record<string, string>), MILLRACE_URL: target.url },
    });
    await withClient(transport, async (client, ask) => {
      const { tools } = await client.listTools();
      expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
      expect(tools.find(({ name }) => name === 'search_traces')?.description).toContain('Filter grammar');
      const { traces } = await ask('search_traces', { filter: `span(name = 'look up')`, from: '1h' });
      expect(traces).toMatchObject([{ trace_id: traceId, state: 'OK', spans: 2, errors: 1 }]);
      const { trace, spans } = await ask('get_trace', { trace_id: traceId });
      expect(trace).toMatchObject({ name: 'answer' });
      expect(JSON.stringify(spans)).not.toContain('where is my order');
      expect(spans).toMatchObject([{ name: 'answer' }, { name: 'look up', status: 'ERROR', error: 'gone' }]);
      const [{ span_id: spanId }] = spans as [{ span_id: string }];
      const span = await ask('get_span', { trace_id: traceId, span_id: spanId, max_characters: 100 });
      expect(span['inputs']).toMatch(/^"where is my order\?.{1,100}… \(\d+ characters\)$/);
      expect(await ask('list_prompts', {})).toMatchObject({ prompts: [{ name: 'greeting' }] });
      expect(await ask('get_prompt', { name: 'greeting', alias: 'production' })).toMatchObject({
        version: 1,
      });
      expect(await ask('list_evaluations', {})).toMatchObject({ evaluations: [] });
      expect(JSON.stringify(await ask('list_experiments', {}))).toContain('Default');
      const refused = await client.callTool({ name: 'search_traces', arguments: { filter: 'tags.env >' } });
      expect(refused.isError).toBe(true);
      expect(
        await client.callTool({ name: 'get_trace', arguments: { trace_id: 'f'.repeat(32) } }),
      ).toMatchObject({
        isError: true,
      });
    });
  });

  it('does the same by HTTP, for this machine alone', async () => {
    const port = 20_000 + (process.pid % 20_000);
    const server = spawn(process.execPath, [...COMMAND, '--http', String(port)], {
      env: { ...process.env, MILLRACE_URL: target.url },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const url = await new Promise<string>((resolve, reject) => {
      let told = '';
      server.stderr.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        const [address] = /http\S+/.exec(told) ?? [];
        if (address) resolve(address);
      });
      server.once('exit', () => reject(new Error(told)));
    });
    try {
      // The SDK's own types differ by exactOptionalPropertyTypes.
      await withClient(new StreamableHTTPClientTransport(new URL(url)) as Transport, async (_client, ask) => {
        expect(await ask('search_traces', {})).toMatchObject({ traces: [{ trace_id: traceId }] });
      });
      const foreign = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          origin: 'http://evil.example',
        },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
      });
      expect(foreign.status).toBe(403);
    } finally {
      server.kill('SIGINT');
    }
    expect(await ended).toBe(0);
  });
});

type Ask = (name: string, args: object) => Promise<Record<string, unknown>>;

async function withClient(
  transport: Transport,
  use: (client: Client, ask: Ask) => Promise<void>,
): Promise<void> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  try {
    await use(client, async (name, args) => {
      const { content, isError } = await client.callTool({ name, arguments: { ...args } });
      const [{ text }] = content as [{ text: string }];
      expect(isError, text).toBeFalsy();
      return JSON.parse(text) as Record<string, unknown>;
    });
  } finally {
    await client.close();
  }
}
