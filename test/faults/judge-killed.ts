import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { holdLlm, type HeldLlm } from '../support/held-llm.ts';
import type { JudgingRig } from '../support/judging-rigs.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';

const SCORER = 'polite';
const DEFINITION = { millrace_scorer: { kind: 'guidelines', parameters: { guidelines: ['Be polite.'] } } };
/** A job whose worker died comes again within 15 s. */
const PATIENCE = { timeout: 90_000, interval: 250 };

interface StoredRow {
  readonly state: string;
  readonly cost_usd: number;
  readonly published_at: string | null;
}

/** What a judge was paid for is neither lost nor paid for twice, whatever a killed worker had got to. */
export function describeJudgeKilled(topology: string, startRig: () => Promise<JudgingRig>): void {
  describe(`a worker killed between the answer of the judge and the assessment, ${topology}`, () => {
    let rig: JudgingRig;
    let fake: FakeLlm;
    let llm: HeldLlm;

    beforeAll(async () => {
      fake = await startFakeLlm();
      llm = await holdLlm(fake.url);
      rig = await startRig();
      await send('POST', '/api/v1/gateway/secrets', {
        name: 'openai',
        provider: 'openai',
        values: { api_key: 'sk-test' },
        settings: { api_base: llm.url },
      });
      await send('POST', '/api/v1/scorers', { experiment_id: '0', name: SCORER, definition: DEFINITION });
      await send('PUT', '/api/v1/scorers/online', { experiment_id: '0', name: SCORER, sample_rate: 1 });
    }, 180_000);

    afterAll(async () => {
      await llm?.stop();
      await rig?.stop();
      await fake?.stop();
    });

    it('the answer came, the verdict is not stored: judged again, one verdict', async () => {
      const asked = llm.received;
      llm.hold();
      const traceId = await sendTrace();
      await expect.poll(() => llm.received, PATIENCE).toBe(asked + 1);
      const answered = llm.answered;
      await rig.postgres.kill();
      llm.release();
      await expect.poll(() => llm.answered, PATIENCE).toBe(answered + 1);
      await rig.killWorker();
      await rig.postgres.restart();
      expect(await storedVerdicts(traceId)).toEqual([]);
      await rig.restartWorker();
      await expect.poll(() => assessments(traceId), PATIENCE).toEqual([SCORER]);
      expect(llm.received).toBe(asked + 2);
      expect(await storedVerdicts(traceId)).toMatchObject([
        { state: 'scored', cost_usd: expect.any(Number) },
      ]);
    }, 240_000);

    it('the verdict is stored, the assessment is not in the log: paid once, one assessment', async () => {
      const asked = llm.received;
      llm.hold();
      const traceId = await sendTrace();
      await expect.poll(() => llm.received, PATIENCE).toBe(asked + 1);
      await rig.loseLog();
      llm.release();
      await expect
        .poll(() => storedVerdicts(traceId), PATIENCE)
        .toMatchObject([{ state: 'scored', published_at: null }]);
      const [before] = await storedVerdicts(traceId);
      await rig.killWorker();
      await rig.restoreLog();
      expect(before?.cost_usd).toBeGreaterThan(0);
      await rig.restartWorker();
      await expect.poll(() => assessments(traceId), PATIENCE).toEqual([SCORER]);
      await expect
        .poll(() => storedVerdicts(traceId), PATIENCE)
        .toEqual([{ ...before, published_at: expect.any(String) }]);
      expect(await assessments(traceId)).toEqual([SCORER]);
      expect(llm.received).toBe(asked + 1);
    }, 240_000);

    async function sendTrace(): Promise<string> {
      const span = makeSpan({
        attributes: {
          'mlflow.spanInputs': '"How are you?"',
          'mlflow.spanOutputs': `"Fine: ${Math.random()}"`,
        },
      });
      await sendSpans(rig.otlpUrl, [span]);
      return span.traceId;
    }

    /** Names of the assessments of a trace that stand. */
    async function assessments(traceId: string): Promise<string[]> {
      const response = await fetch(`${rig.url}/api/v1/traces/${traceId}/assessments`);
      if (!response.ok) return [`${response.status} ${await response.text()}`];
      const { assessments: told } = (await response.json()) as { assessments: { name: string }[] };
      return told.map(({ name }) => name);
    }

    async function storedVerdicts(traceId: string): Promise<StoredRow[]> {
      const client = new Client(rig.postgresUrl);
      await client.connect();
      try {
        const { rows } = await client.query<StoredRow>(
          'SELECT state, cost_usd, published_at FROM verdicts WHERE trace_id = $1',
          [traceId],
        );
        return rows;
      } finally {
        await client.end();
      }
    }

    async function send(method: string, path: string, body: unknown): Promise<void> {
      const response = await fetch(rig.url + path, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
  });
}
