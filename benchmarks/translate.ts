import type { AttributeValue, OtlpSpan } from '../libs/domain/src/index.ts';
import { loadSpans } from '../libs/conventions/spec/load-spans.ts';
import { makeSpan } from '../libs/conventions/spec/make-span.ts';
import { deriveSpan } from '../libs/conventions/src/index.ts';
import { saveResult } from './measure/save-result.ts';

/**
 * What the writer derives from a span, by the library that sent it: nanoseconds of CPU a span, the best of rounds, so that what else
 * runs on the machine counts least.
 */
const ROUNDS = 9;
const ROUND_MS = 200;
/** Between two looks at the clock. */
const PASSES = 20;

const SOURCES = new URL('../libs/conventions/src/', import.meta.url);
const FIXTURES = [
  'mlflow/mlflow-tracking-server',
  'mlflow/mlflow-pure-otlp',
  'gen-ai/openai-v2-latest',
  'open-inference/openinference-openai',
  'vercel-ai/vercel-ai-5',
  'vercel-ai/vercel-ai-7',
  'mastra/mastra',
  'langfuse/langfuse-js',
  'traceloop/traceloop-openai',
  'traceloop/traceloop-indexed',
];

/** A span of an HTTP server, which no convention knows. */
function httpSpan(): OtlpSpan {
  const attributes: Record<string, AttributeValue> = {};
  for (const key of ['request.method', 'route', 'response.status_code', 'request.size', 'response.size']) {
    attributes[`http.${key}`] = 'value';
  }
  for (const key of ['scheme', 'path', 'full']) attributes[`url.${key}`] = 'https://example.org/a';
  for (const key of ['address', 'port']) attributes[`server.${key}`] = 'localhost';
  for (const key of ['peer.address', 'peer.port']) attributes[`network.${key}`] = '127.0.0.1';
  return makeSpan(attributes, { parentSpanId: '3'.repeat(16) });
}

function nanosecondsPerSpan(spans: readonly OtlpSpan[]): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const end = performance.now() + ROUND_MS;
    const begin = process.cpuUsage();
    let count = 0;
    while (performance.now() < end) {
      for (let pass = 0; pass < PASSES; pass += 1) for (const span of spans) deriveSpan(span);
      count += PASSES * spans.length;
    }
    const { user, system } = process.cpuUsage(begin);
    return ((user + system) * 1000) / count;
  });
  return Math.round(Math.min(...rounds));
}

const results: Record<string, number> = { 'no convention': nanosecondsPerSpan([httpSpan()]) };
for (const fixture of FIXTURES) {
  const [folder, name] = fixture.split('/');
  const file = new URL(`${folder}/testdata/${name}.otlp.json`, SOURCES);
  results[fixture] = nanosecondsPerSpan(loadSpans(file.pathname));
}
for (const [name, ns] of Object.entries(results)) console.log(name.padEnd(36), `${ns} ns/span`);
saveResult('translate', { nanosecondsPerSpan: results });
