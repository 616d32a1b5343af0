// helm test: sends one trace by OTLP and reads it back by the API, at MILLRACE_URL. Ends with 1 and the reason when that fails.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 1_000;
const { MILLRACE_URL: url = 'http://localhost:5000', MILLRACE_ADMIN_PASSWORD: password } = process.env;
const deadline = Date.now() + PATIENCE_MS;
const authorization = password && `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
const traceId = randomBytes(16).toString('hex');
const nanoseconds = BigInt(Date.now()) * 1_000_000n;

const trace = {
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'helm-test' } }] },
      scopeSpans: [
        {
          spans: [
            {
              traceId,
              spanId: randomBytes(8).toString('hex'),
              name: 'helm test',
              kind: 1,
              startTimeUnixNano: String(nanoseconds),
              endTimeUnixNano: String(nanoseconds + 1_000_000n),
            },
          ],
        },
      ],
    },
  ],
};

try {
  await ask('/v1/traces', { method: 'POST', body: JSON.stringify(trace) });
  const stored = await ask(`/api/v1/traces/${traceId}`);
  if (!JSON.stringify(stored).includes('helm test')) throw new Error(`the trace came back without its span`);
  console.log(`sent trace ${traceId} to ${url} and read it back`);
} catch (error) {
  console.error(`${url}: ${error.message}`);
  process.exitCode = 1;
}

/** What an installation answers that has just begun to start is asked again, for a minute. */
async function ask(path, request) {
  for (;;) {
    const { status, text } = await answerOf(path, request);
    if (status >= 200 && status < 300) return JSON.parse(text || '{}');
    const isLasting = status >= 400 && status < 500 && status !== 404 && status !== 429;
    if (isLasting || Date.now() > deadline)
      throw new Error(`${path} answered ${status || 'nothing'}: ${text}`);
    await sleep(PAUSE_MS);
  }
}

async function answerOf(path, request) {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  try {
    const answer = await fetch(new URL(path, url), { ...request, headers });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    return { status: 0, text: String(error.cause ?? error) };
  }
}
