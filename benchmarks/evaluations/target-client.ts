import { setTimeout as sleep } from 'node:timers/promises';
import { getJson } from '../../test/support/api.ts';

const MOST_LOOKS = 10;
const AGAIN_MS = 1_000;

/** What of an evaluation is measured. */
export interface EvaluationState {
  readonly state: string;
  readonly creation_time: string;
  readonly end_time?: string;
  readonly ledger: {
    readonly eligible: number;
    readonly sampled: number;
    readonly pending: number;
    readonly scored: number;
    readonly skipped: number;
    readonly failed: number;
  };
}

/** The native API of a running Millrace, as far as benchmarks of evaluations need it. */
export class TargetClient {
  constructor(private readonly url: string) {}

  async send<Answer>(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** A provider that answers judges, reached at `baseUrl`. */
  async addProvider(provider: string, baseUrl: string): Promise<void> {
    await this.send('/api/v1/gateway/secrets', {
      name: provider,
      provider,
      values: { api_key: 'none' },
      settings: { api_base: baseUrl },
    });
  }

  /** All traces of the default experiment; resolves to the id of the evaluation. */
  async evaluate(
    scorers: Readonly<Record<string, { readonly kind: string; readonly parameters: object }>>,
  ): Promise<string> {
    const { evaluation_id: id } = await this.send<{ evaluation_id: string }>('/api/v1/evaluations', {
      experiment_id: '0',
      scorers: Object.entries(scorers).map(([name, scorer]) => ({
        name,
        definition: { millrace_scorer: scorer },
      })),
    });
    return id;
  }

  /** Throws when it failed. On a full machine an answer may come late: it is asked for again. */
  async look(id: string): Promise<EvaluationState> {
    const evaluation = await this.untilAnswered(`${this.url}/api/v1/evaluations/${id}`);
    if (evaluation.state === 'failed') throw new Error('the evaluation has failed');
    return evaluation;
  }

  private async untilAnswered(url: string): Promise<EvaluationState> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await getJson<EvaluationState>(url);
      } catch (error) {
        if (attempt === MOST_LOOKS) throw error;
        await sleep(AGAIN_MS);
      }
    }
  }
}

/** From its creation to its end, as its ledger says. */
export function secondsOf({ creation_time: begin, end_time: end }: EvaluationState): number {
  return ((end === undefined ? Date.now() : Date.parse(end)) - Date.parse(begin)) / 1_000;
}
