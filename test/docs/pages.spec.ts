import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { pythonWith } from '../support/python-environment.ts';
import { startStandalone, type RunningTarget } from '../support/standalone.ts';
import { PageRun, type Surroundings } from './page-run.ts';
import { readBlocks } from './read-blocks.ts';

const FOLDERS = ['docs/guides', 'docs/concepts', 'docs/migrate'];
const PAGES = [
  'README.md',
  ...FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)),
].filter((page) => readBlocks(page).length > 0);

/** Why a block is not run, and how many there may be. */
const EXEMPT: Readonly<Record<string, number>> = {
  'a drawing': 1,
  'needs a cluster': 1,
  'about the clone itself': 4,
  'its packages are installed by command': 1,
};

let target: RunningTarget;
let llm: FakeLlm;
let surroundings: Surroundings;

beforeAll(async () => {
  const python = pythonWith('test/conformance/requirements.txt');
  [target, llm] = await Promise.all([
    startStandalone({ environment: { MILLRACE_COMPLETION_IDLE_SECONDS: '2' } }),
    startFakeLlm(),
  ]);
  surroundings = {
    python,
    addresses: {
      'localhost:5000': hostOf(target.url),
      'localhost:4318': hostOf(target.otlpUrl),
      'localhost:4317': target.otlpGrpcAddress,
      'https://api.openai.com/v1': llm.url,
    },
    environment: {
      MILLRACE_URL: target.url,
      MILLRACE_OTLP_URL: target.otlpUrl,
      MLFLOW_DISABLE_TELEMETRY: 'true',
      OPENAI_API_KEY: 'sk-of-the-reader',
      OPENAI_BASE_URL: llm.url,
      // The name that the judges of MLflow's client read.
      OPENAI_API_BASE: llm.url,
      ANTHROPIC_API_KEY: 'sk-of-the-reader',
      ANTHROPIC_BASE_URL: new URL(llm.url).origin,
      GEMINI_API_KEY: 'key-of-the-reader',
      GOOGLE_GEMINI_BASE_URL: new URL(llm.url).origin,
      AWS_BEARER_TOKEN_BEDROCK: 'key-of-the-reader',
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: new URL(llm.url).origin,
    },
  };
}, 600_000);

afterAll(async () => {
  await Promise.all([target?.stop(), llm?.stop()]);
});

describe.each(PAGES)('the blocks of %s do what the page says', (page) => {
  let run: PageRun;
  beforeAll(() => {
    run = new PageRun(page, surroundings);
  });
  afterAll(() => run?.stop());

  const blocks = readBlocks(page).filter(({ kind }) => kind !== 'not run');
  it.each(blocks)(`$kind $line`, (block) => run.follow(block), 120_000);
});

it('few blocks are not run, each for a reason that is known', () => {
  const reasons = PAGES.flatMap(readBlocks).flatMap((block) =>
    block.kind === 'not run' ? [block.reason] : [],
  );
  const counts = reasons.reduce<Record<string, number>>(
    (sums, reason) => ({ ...sums, [reason]: (sums[reason] ?? 0) + 1 }),
    {},
  );
  expect(counts).toEqual(EXEMPT);
});

function hostOf(url: string): string {
  return new URL(url).host;
}
