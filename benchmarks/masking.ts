import { encodeTracesRequest, rewriteTraces, splitTraces, type TraceChunk } from '../libs/otlp/src/index.ts';
import { Masker, PII_KINDS, TraceMasking, type MaskingRule } from '../libs/masking/src/index.ts';
import { loadSpans } from '../libs/conventions/spec/load-spans.ts';
import { saveResult } from './measure/save-result.ts';

/**
 * What masking adds to ingest before the log: nanoseconds of CPU a span of captured LLM traces, the best of rounds, and how many times that is
 * what an experiment without rules costs there, whose spans are cut by trace and never decoded.
 */
const ROUNDS = 7;
const ROUND_MS = 250;
const COPIES = 20;
const MIB = 1024 * 1024;
const LIMITS = {
  maxSpans: 100_000,
  maxAttributes: 2_000,
  maxDepth: 64,
  chunkBytes: 256 * 1024,
  maxSpanBytes: 4 * MIB,
  claimAboveBytes: 64 * 1024,
  claimSharedAboveBytes: 1024,
  maxSharedBytes: 32 * 1024,
  maxRepeatedBytes: 64 * MIB,
};
const SOURCES = new URL('../libs/conventions/src/', import.meta.url);
const FIXTURES = [
  'mlflow/testdata/mlflow-tracking-server',
  'gen-ai/testdata/openai-v2-latest',
  'langfuse/testdata/langfuse-js',
];

const rule = (name: string, target: MaskingRule['target']): MaskingRule => ({
  name,
  target,
  action: 'text',
  masksNames: true,
});
const PII = rule('personal', { kind: 'pii', pii: PII_KINDS });
const KEYS = rule('secrets', { kind: 'key', keys: ['password', 'api_key', '*token'] });
const PATTERN = rule('order', { kind: 'pattern', pattern: String.raw`ORDER-\d{5,}`, ignoresCase: false });
const RULES: Readonly<Record<string, readonly MaskingRule[]>> = {
  'without rules': [],
  email: [rule('email', { kind: 'pii', pii: ['email'] })],
  'all well-known data': [PII],
  keys: [KEYS],
  'a pattern': [PATTERN],
  'all of them': [PII, KEYS, PATTERN],
};

const once = FIXTURES.flatMap((name) => loadSpans(new URL(`${name}.otlp.json`, SOURCES).pathname));
const spans = Array.from({ length: COPIES }, () => once).flat();
const request = encodeTracesRequest(spans);

function mask(chunk: TraceChunk, masker: Masker): void {
  splitTraces(rewriteTraces(Buffer.concat(chunk.parts), new TraceMasking(masker)), LIMITS);
}

function nanosecondsPerSpan(rules: readonly MaskingRule[]): number {
  const masker = rules.length > 0 ? new Masker(rules, () => '') : undefined;
  const rounds = Array.from({ length: ROUNDS }, () => {
    const end = performance.now() + ROUND_MS;
    const begin = process.cpuUsage();
    let count = 0;
    do {
      const { chunks } = splitTraces(request, LIMITS);
      if (masker) for (const chunk of chunks) mask(chunk, masker);
      count += spans.length;
    } while (performance.now() < end);
    const { user, system } = process.cpuUsage(begin);
    return ((user + system) * 1000) / count;
  });
  return Math.round(Math.min(...rounds));
}

const bytesPerSpan = Math.round(request.byteLength / spans.length);
const results = Object.fromEntries(
  Object.entries(RULES).map(([name, rules]) => [name, nanosecondsPerSpan(rules)]),
);
const plain = results['without rules'] ?? 1;
const ratios = Object.fromEntries(
  Object.entries(results).map(([name, ns]) => [name, Math.round((ns / plain) * 10) / 10]),
);
for (const [name, ns] of Object.entries(results))
  console.log(name.padEnd(24), `${ns} ns/span`, `${ratios[name]} x`);
saveResult('masking', { bytesPerSpan, nanosecondsPerSpan: results, timesWithoutRules: ratios });
