/** What webhooks can be told of. */
export const EVENT_TYPES = [
  'prompt.created',
  'prompt_version.created',
  'prompt_tag.set',
  'prompt_tag.deleted',
  'prompt_version_tag.set',
  'prompt_version_tag.deleted',
  'prompt_alias.created',
  'prompt_alias.deleted',
  'registered_model.created',
  'model_version.created',
  'model_version_tag.set',
  'model_version_tag.deleted',
  'model_version_alias.created',
  'model_version_alias.deleted',
  // In our own words: MLflow knows no events of traces and alerts.
  'trace.completed',
  'trace.reopened',
  'alert.fired',
  'alert.resolved',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** What it was about; which fields there are depends on the type. */
export interface EventData {
  readonly name?: string;
  /** Of a prompt or model, or of the trace's row. */
  readonly version?: number | string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly description?: string;
  readonly template?: string;
  /** JSON, as it was written. */
  readonly responseFormat?: string;
  readonly modelConfig?: string;
  readonly source?: string;
  readonly runId?: string;
  readonly key?: string;
  readonly value?: string;
  readonly alias?: string;
  /** 32 lower-case hex digits. */
  readonly traceId?: string;
  readonly experimentId?: string;
  readonly alert?: AlertData;
}

/** An alert in the words that receivers see. */
export interface AlertData {
  readonly rule_id: string;
  readonly measure: string;
  readonly condition: string;
  readonly dimension?: string;
  readonly group?: string;
  readonly value?: number;
  readonly baseline?: number;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

/** Something that someone may want to hear of. */
export interface RegistryEvent {
  /** The same whenever it is told of again; absent: it is told of once. */
  readonly id?: string;
  readonly type: EventType;
  readonly data: EventData;
  /** Who is told, whatever they ask for; absent: who asks for it. */
  readonly webhookIds?: readonly string[];
}

const MADE_UP: EventData = {
  name: 'example',
  version: 1,
  tags: { team: 'support' },
  description: 'An example',
  template: 'Hello {{name}}',
  source: 'models:/m-00000000000000000000000000000000',
  runId: '',
  key: 'team',
  value: 'support',
  alias: 'production',
  traceId: '0af7651916cd43dd8448eb211c80319c',
  experimentId: '0',
  alert: {
    rule_id: '0c5f3a52-6a4e-4a53-9d0a-3f1a2b4c5d6e',
    measure: 'error_rate',
    condition: 'error_rate above 0.1 over 5m',
    value: 0.25,
    count: 40,
    from: '2026-11-21T04:20:00.000Z',
    to: '2026-11-21T04:25:00.000Z',
  },
};

const NEW_NAME = ['name', 'tags', 'description'] as const;
const ALIAS_SET = ['name', 'alias', 'version'] as const;
const VERSION_TAG = ['name', 'version', 'key', 'value'] as const;

const ALERT = ['name', 'experimentId', 'alert'] as const;
const TRACE = ['traceId', 'experimentId', 'version'] as const;

/** The fields of each event that a test of a webhook sends. */
const FIELDS: Readonly<Record<EventType, readonly (keyof EventData)[]>> = {
  'prompt.created': NEW_NAME,
  'prompt_version.created': ['name', 'version', 'template', 'tags', 'description'],
  'prompt_tag.set': ['name', 'key', 'value'],
  'prompt_tag.deleted': ['name', 'key'],
  'prompt_version_tag.set': VERSION_TAG,
  'prompt_version_tag.deleted': ['name', 'version', 'key'],
  'prompt_alias.created': ALIAS_SET,
  'prompt_alias.deleted': ['name', 'alias'],
  'registered_model.created': NEW_NAME,
  'model_version.created': ['name', 'version', 'source', 'runId', 'tags', 'description'],
  'model_version_tag.set': VERSION_TAG,
  'model_version_tag.deleted': ['name', 'version', 'key'],
  'model_version_alias.created': ALIAS_SET,
  'model_version_alias.deleted': ['name', 'alias'],
  'trace.completed': TRACE,
  'trace.reopened': TRACE,
  'alert.fired': ALERT,
  'alert.resolved': ALERT,
};

/** Whether MLflow's clients know it. */
export function isKnownToMlflow(type: EventType): boolean {
  return !/^(trace|alert)\./.test(type);
}

/** An event that never happened, to try a webhook with. */
export function exampleEvent(type: EventType): RegistryEvent {
  const entries = FIELDS[type].map((field) => [field, MADE_UP[field]]);
  return { type, data: Object.fromEntries(entries) };
}
