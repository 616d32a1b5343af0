import { CliError } from '../cli-error.ts';
import { wordsOf, type Millrace } from '../connection/millrace.ts';
import type { TraceInfo } from './import-source.ts';
import { untilAnswered } from './until-answered.ts';

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
  private readonly signal: AbortSignal;

  constructor(millrace: Millrace, signal: AbortSignal) {
    this.millrace = millrace;
    this.signal = signal;
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

  private untilTaken(path: string, init: RequestInit): Promise<Response> {
    return untilAnswered(() => this.millrace.send(path, init), this.signal);
  }
}

function failed(what: string, status: number, text: string): CliError {
  const told = wordsOf(text) ?? '';
  return new CliError(
    `Millrace does not take ${what} (${status}): ${told} Call the same again to go on where it stopped.`,
  );
}
