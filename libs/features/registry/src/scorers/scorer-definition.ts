import { Rejected } from '@millrace/domain';
import { checkScorer, isNativeDefinition } from '@millrace/scorers';

type Json = Readonly<Record<string, unknown>>;

/** Where a definition keeps the model that judges; the first part that is there decides. */
const MODEL_HOLDERS = [
  'instructions_judge_pydantic_data',
  'builtin_scorer_pydantic_data',
  'third_party_scorer_data',
];
/** Of a scorer in our own form. */
const [NATIVE, PARAMETERS] = ['millrace_scorer', 'parameters'] as const;
/** Any of them makes a definition one that MLflow's client wrote; it must not be run here to be kept. */
const MLFLOW_PARTS = [
  ...MODEL_HOLDERS,
  ...['memory_augmented_judge_data', 'ensemble_scorer_data', 'builtin_scorer_class', 'call_source'],
];
/** A judge that learnt from feedback holds the one it began as. */
const [LEARNT, BASE] = ['memory_augmented_judge_data', 'base_judge'] as const;
const GATEWAY_MODEL = /^gateway:\/(?!\/)(.+)$/;
const EXPECTATIONS = /\{\{\s*expectations\s*\}\}/;
const LONGEST_DEFINITION = 2_000_000;

/** What a scorer does, as the MLflow client writes it: a JSON object. Its text is kept as it came. */
export class ScorerDefinition {
  private constructor(
    readonly text: string,
    private readonly json: Json,
  ) {}

  /** Throws Rejected for a text that is none. */
  static parse(text: string): ScorerDefinition {
    if (text.length > LONGEST_DEFINITION) {
      throw new Rejected(
        `The definition of a scorer has at most ${LONGEST_DEFINITION} characters, not ${text.length}.`,
      );
    }
    const json = parseObject(text);
    if (!json)
      throw new Rejected(
        "Invalid value for parameter 'serialized_scorer': it must be a JSON object in a string.",
      );
    return new ScorerDefinition(text, json);
  }

  /** Whether it is in our own form, which MLflow's client does not know. */
  get isNative(): boolean {
    return isNativeDefinition(this.json);
  }

  /** Throws Rejected for what is no scorer. One of MLflow's client need not be one that runs here. */
  check(name: string): void {
    if (!MLFLOW_PARTS.some((part) => part in this.json)) checkScorer(this.text, name);
  }

  /** Python that whoever loads it would run, at any depth. */
  get hasSource(): boolean {
    return holdsSource(this.json);
  }

  /** The name in a `gateway:/<name>` model; undefined for any other model and for none. */
  get endpointName(): string | undefined {
    return GATEWAY_MODEL.exec(this.model ?? '')?.[1];
  }

  /** `gateway:/<name>` or `<provider>:/<model>`; undefined where it is left open, and for scorers that ask none. */
  get model(): string | undefined {
    return modelOf(this.json);
  }

  /** Whether it compares with what was expected, which new traces don't say. */
  get needsExpectations(): boolean {
    const instructions = asObject(this.json['instructions_judge_pydantic_data'])?.['instructions'];
    return typeof instructions === 'string' && EXPECTATIONS.test(instructions);
  }

  /** The text with the endpoint's name as it is today. The client can't load a judge without a model, so the old name outlives its endpoint. */
  withEndpoint(name: string | undefined): string {
    if (name === undefined || name === this.endpointName) return this.text;
    return JSON.stringify(withModel(this.json, `gateway:/${name}`));
  }
}

function modelOf(json: Json): string | undefined {
  const native = asObject(json[NATIVE]);
  if (native) return checkModel(asObject(native[PARAMETERS])?.['model']);
  const learnt = asObject(json[LEARNT]);
  const key = MODEL_HOLDERS.find((each) => asObject(json[each]) !== undefined);
  if (key === undefined) return learnt && modelOf(asObject(learnt[BASE]) ?? {});
  return checkModel(asObject(json[key])?.['model']);
}

function checkModel(model: unknown): string | undefined {
  if (typeof model === 'string' && model.trim() === '') {
    throw new Rejected('Scorer model cannot be empty or contain only whitespace: leave it out or name one.');
  }
  return typeof model === 'string' ? model : undefined;
}

function withModel(json: Json, model: string): Json {
  const native = asObject(json[NATIVE]);
  if (native) {
    const parameters = { ...asObject(native[PARAMETERS]), model };
    return { ...json, [NATIVE]: { ...native, [PARAMETERS]: parameters } };
  }
  const learnt = asObject(json[LEARNT]);
  const key = MODEL_HOLDERS.find((each) => asObject(json[each]) !== undefined);
  if (key !== undefined) return { ...json, [key]: { ...asObject(json[key]), model } };
  return learnt
    ? { ...json, [LEARNT]: { ...learnt, [BASE]: withModel(asObject(learnt[BASE]) ?? {}, model) } }
    : json;
}

function holdsSource(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSource);
  const object = asObject(value);
  if (!object) return false;
  const source = object['call_source'];
  return (source !== undefined && source !== null) || Object.values(object).some(holdsSource);
}

function parseObject(text: string): Json | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}
