import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli-error.ts';
import { wordsOf, type Millrace } from '../connection/millrace.ts';
import type { TraceInfo } from './import-source.ts';

const ATTEMPTS = 8;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;
const MS_PER_SECOND = 1000;

export interface SpansAnswer {
  readonly refused: number;
  readonly why: string;
}

interface ExportResponse {
  readonly partialSuccess?: { readonly rejectedSpans?: string | number; readonly errorMessage?: string };
}

/** Sends what is imported, again when Millrace asks for it. Throws CliError when it takes nothing more. */
export class TraceSender {
  private readonly millrace: Millrace;

  constructor(millrace: Millrace) {
    this.millrace = millrace;
  }

  /** `pieces` are ResourceSpans as JSON text. Resolves when they are in the log. */
  async sendSpans(pieces: readonly string[], experimentId: string): Promise<SpansAnswer> {
    const response = await this.untilTaken('/v1/traces', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mlflow-experiment-id': experimentId },
      body: `{"resourceSpans":[${pieces.join(',')}]}`,
    });
    const text = await response.text();
    if (!response.ok) {
      if (response.status !== 400 && response.status !== 413) throw failed('spans', response.status, text);
      return { refused: Infinity, why: wordsOf(text) ?? `status ${response.status}` };
    }
    const { partialSuccess } = (text === '' ? {} : JSON.parse(text)) as ExportResponse;
    return { refused: Number(partialSuccess?.rejectedSpans ?? 0), why: partialSuccess?.errorMessage ?? '' };
  }

  /** Resolves with why it was refused, undefined if it was not. */
  async tell(info: TraceInfo, experimentId: string): Promise<string | undefined> {
    const location = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } };
    const response = await this.untilTaken('/api/3.0/mlflow/traces', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trace: { trace_info: { ...info, trace_location: location } } }),
    });
    const text = await response.text();
    if (response.ok) return undefined;
    if (response.status !== 400) throw failed('what is known of a trace', response.status, text);
    return wordsOf(text) ?? 'refused';
  }

  private async untilTaken(path: string, init: RequestInit): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.millrace.send(path, init);
      const isPassing = response.status === 429 || response.status >= 502;
      if (!isPassing || attempt === ATTEMPTS) return response;
      const asked = Number(response.headers.get('retry-after') ?? 0) * MS_PER_SECOND;
      await response.body?.cancel();
      await sleep(Math.min(LONGEST_WAIT_MS, Math.max(asked, FIRST_WAIT_MS * 2 ** attempt)));
    }
  }
}

function failed(what: string, status: number, text: string): CliError {
  const told = wordsOf(text) ?? '';
  return new CliError(
    `Millrace does not take ${what} (${status}): ${told} Call the same again to go on where it stopped.`,
  );
}
