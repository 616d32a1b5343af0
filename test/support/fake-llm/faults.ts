import type { ServerResponse } from 'node:http';

const SLOW_MS = 3_000;

/** How a provider fails, by the end of what it is told. */
const FAULTS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'always-429': (response) => fail(response, 429, { 'retry-after': '0' }),
  'always-500': (response) => fail(response, 500),
  'wrong-key': (response) => fail(response, 401),
  hang: () => undefined,
  'too-slow': (response) => void setTimeout(() => fail(response, 500), SLOW_MS).unref(),
  'broken-json': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"choices": [{"mess');
  },
  'cut-stream': (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const choices = [{ index: 0, delta: { role: 'assistant', content: 'You ' }, finish_reason: null }];
    const chunk = { id: 'chatcmpl-fake', object: 'chat.completion.chunk', created: 1, model: 'm', choices };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`, () => response.destroy());
  },
};
const FLAKY = /flaky-(\d+)-(\w+)$/;

/** Fails as it is told: `…always-429`, `…cut-stream`; `…flaky-<n>-<id>` its first n times. False when it does not. */
export function failAsAsked(
  instruction: string,
  calls: Map<string, number>,
  response: ServerResponse,
): boolean {
  const fault = Object.entries(FAULTS).find(([ending]) => instruction.endsWith(ending))?.[1];
  if (fault) {
    fault(response);
    return true;
  }
  const [, times, id] = FLAKY.exec(instruction) ?? [];
  const before = id === undefined ? 0 : (calls.get(id) ?? 0);
  if (id === undefined || before >= Number(times)) return false;
  calls.set(id, before + 1);
  fail(response, 429, { 'retry-after': '0' });
  return true;
}

function fail(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(
    JSON.stringify({ error: { message: `fails with ${status}`, type: 'fake_error', code: null } }),
  );
}
