import type { SpanType } from './spans/span-type.ts';

/** What a mask is asked about. */
export interface Maskable {
  /** `inputs`, `outputs`, or the key of an attribute. */
  readonly key: string;
  readonly value: unknown;
  readonly spanName: string;
  readonly spanType: SpanType | undefined;
}

export interface TracingOptions {
  /** Where Millrace answers; MILLRACE_URL or MLFLOW_TRACKING_URI unless given, else `http://localhost:5000`. */
  readonly url?: string;
  /** An API key; MILLRACE_TOKEN or MLFLOW_TRACKING_TOKEN unless given. */
  readonly token?: string;
  /**
   * Name of the experiment, which is made when there is none, or `{ id }`. MLFLOW_EXPERIMENT_ID, MILLRACE_EXPERIMENT or
   * MLFLOW_EXPERIMENT_NAME unless given; else the key's own, or the default experiment.
   */
  readonly experiment?: string | { readonly id: string };
  /** A workspace other than the default one; MLFLOW_WORKSPACE unless given. */
  readonly workspace?: string;
  /** Sent with every request, for what stands in front of Millrace. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `service.name`; OTEL_SERVICE_NAME unless given. */
  readonly serviceName?: string;
  /** Part of the traces that is kept, 0 to 1, decided by the trace id: every service of a trace decides alike. 1 unless given. */
  readonly sampleRate?: number;
  /** What stands in place of a value: asked for inputs, outputs and attributes before they are kept. A mask that throws leaves nothing of the value. */
  readonly mask?: (subject: Maskable) => unknown;
  /** Spans that wait to be sent take at most so many bytes, about; what comes beyond is dropped and told. 256 MiB unless given. */
  readonly maxWaitingBytes?: number;
  /** Between two exports, in milliseconds. 1000 unless given. */
  readonly exportIntervalMs?: number;
  /** Told of what could not be sent; a warning on the console, once a minute, unless given. */
  readonly onError?: (error: Error) => void;
  /** False: nothing is traced. MILLRACE_TRACING=false says the same. */
  readonly enabled?: boolean;
}

/** Options with what the environment says in place of what was not given. */
export interface Settings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly experiment: { readonly id: string } | { readonly name: string } | undefined;
  readonly serviceName: string | undefined;
  readonly sampleRate: number;
  readonly mask: ((subject: Maskable) => unknown) | undefined;
  readonly maxWaitingBytes: number;
  readonly exportIntervalMs: number;
  readonly onError: (error: Error) => void;
  readonly isEnabled: boolean;
}

const USUAL_URL = 'http://localhost:5000';
const USUAL_WAITING_BYTES = 256 * 1024 * 1024;
const USUAL_INTERVAL_MS = 1_000;

/** Throws RangeError for options that can't be meant. */
export function readSettings(options: TracingOptions): Settings {
  const { sampleRate = 1 } = options;
  if (!(sampleRate >= 0 && sampleRate <= 1)) throw new RangeError('sampleRate goes from 0 to 1.');
  const url = options.url ?? fromEnvironment('MILLRACE_URL', 'MLFLOW_TRACKING_URI') ?? USUAL_URL;
  if (!/^https?:\/\//.test(url))
    throw new RangeError(`url is that of a Millrace, as http://localhost:5000: ${url} is none.`);
  return {
    url: url.replace(/\/+$/, ''),
    headers: headersOf(options),
    experiment: experimentOf(options),
    serviceName: options.serviceName ?? fromEnvironment('OTEL_SERVICE_NAME'),
    sampleRate,
    mask: options.mask,
    maxWaitingBytes: options.maxWaitingBytes ?? USUAL_WAITING_BYTES,
    exportIntervalMs: options.exportIntervalMs ?? USUAL_INTERVAL_MS,
    onError: options.onError ?? warnNowAndThen(),
    isEnabled: options.enabled ?? fromEnvironment('MILLRACE_TRACING') !== 'false',
  };
}

function headersOf({ headers, token, workspace }: TracingOptions): Record<string, string> {
  const key = token ?? fromEnvironment('MILLRACE_TOKEN', 'MLFLOW_TRACKING_TOKEN');
  const space = workspace ?? fromEnvironment('MLFLOW_WORKSPACE');
  return {
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...(space !== undefined && { 'x-mlflow-workspace': space }),
    ...headers,
  };
}

function experimentOf({ experiment }: TracingOptions): Settings['experiment'] {
  if (typeof experiment === 'string') return { name: experiment };
  if (experiment) return experiment;
  const id = fromEnvironment('MLFLOW_EXPERIMENT_ID');
  if (id !== undefined) return { id };
  const name = fromEnvironment('MILLRACE_EXPERIMENT', 'MLFLOW_EXPERIMENT_NAME');
  return name === undefined ? undefined : { name };
}

/** The first that is set; runtimes at the edge have no `process`. */
function fromEnvironment(...names: readonly string[]): string | undefined {
  const environment = globalThis.process?.env ?? {};
  return names.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
}

const WARNING_PAUSE_MS = 60_000;

function warnNowAndThen(): (error: Error) => void {
  let silentUntil = 0;
  return ({ message }) => {
    if (Date.now() < silentUntil) return;
    silentUntil = Date.now() + WARNING_PAUSE_MS;
    // The one voice that an application's own logging can always hear.
    // eslint-disable-next-line no-console
    console.warn(`millrace: ${message}`);
  };
}
