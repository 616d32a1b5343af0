import { Rejected } from '@millrace/domain';
import { z } from 'zod';
import { instructions } from '../instructions/instructions.ts';
import { BUILT_IN_SCORERS } from '../registry.ts';
import type { Scorer } from '../scorer.ts';
import { makeEnsemble } from './ensemble.ts';

const fields = z.record(z.string(), z.unknown());

/** What MLflow's client serialises of a scorer (SerializedScorer of mlflow.genai.scorers.base). */
const serialised = z.looseObject({
  name: z.string().nullish(),
  builtin_scorer_class: z.string().nullish(),
  builtin_scorer_pydantic_data: fields.nullish(),
  call_source: z.string().nullish(),
  instructions_judge_pydantic_data: fields.nullish(),
  memory_augmented_judge_data: z
    .looseObject({ base_judge: fields, semantic_memory: z.array(fields).nullish() })
    .nullish(),
  third_party_scorer_data: z
    .looseObject({ module: z.string().nullish(), class: z.string().nullish() })
    .nullish(),
  ensemble_scorer_data: z.looseObject({ ensemble_fn: z.string(), scorers: z.array(fields) }).nullish(),
});
type Serialised = z.output<typeof serialised>;

/** Said by the serialised form and known here without it. */
const NO_PARAMETERS = new Set([
  ...['name', 'instructions', 'description', 'aggregations', 'required_columns', 'timeout', 'extra_headers'],
]);
const CHAT = new Set([undefined, null, 'default', 'chat_completions']);

/** Whether a definition may be one that MLflow's client wrote. */
export function isMlflowDefinition(definition: Readonly<Record<string, unknown>>): boolean {
  return 'serialization_version' in definition || 'mlflow_version' in definition;
}

/** Throws Rejected with the reason for what is no scorer that runs here: code in Python, another library's. */
export function loadMlflowScorer(definition: unknown, name: string): Scorer {
  const { success, data, error } = serialised.safeParse(definition);
  if (!success) {
    const [issue] = error.issues;
    throw new Rejected(
      `The definition of scorer '${name}' is not right: '${issue?.path.join('.')}': ${issue?.message}.`,
    );
  }
  if (data.builtin_scorer_class) return loadBuiltIn(data.builtin_scorer_class, data, name);
  if (data.instructions_judge_pydantic_data)
    return loadInstructions(data.instructions_judge_pydantic_data, name);
  if (data.memory_augmented_judge_data) return loadAligned(data.memory_augmented_judge_data, name);
  if (data.ensemble_scorer_data) return loadEnsemble(data.ensemble_scorer_data, name);
  throw new Rejected(refusalOf(data, name));
}

function refusalOf({ call_source, third_party_scorer_data: other }: Serialised, name: string): string {
  if (call_source !== null && call_source !== undefined) {
    return `The scorer '${name}' is code in Python, which is not run here: score with it in your own process (mlflow.genai.evaluate), make a judge of it (make_judge), or write it in JavaScript as a scorer of kind 'code'.`;
  }
  if (other) {
    return `The scorer '${name}' is ${other.class ?? 'one'} of ${other.module ?? 'another library'}, which is not run here: score with it in your own process (mlflow.genai.evaluate), or use a built-in scorer.`;
  }
  return `The definition of scorer '${name}' says of no kind of scorer that it is one.`;
}

function loadBuiltIn(className: string, { builtin_scorer_pydantic_data }: Serialised, name: string): Scorer {
  const builtIn = BUILT_IN_SCORERS.find(({ mlflowClass }) => mlflowClass === className);
  if (!builtIn) {
    throw new Rejected(
      `There is no built-in scorer '${className}' here: there are ${BUILT_IN_SCORERS.flatMap(({ mlflowClass }) => mlflowClass ?? []).join(', ')}.`,
    );
  }
  const data = builtin_scorer_pydantic_data ?? {};
  refuseHeaders(data, name);
  const parameters = Object.entries(data).filter(
    ([key, value]) => value !== null && value !== undefined && !NO_PARAMETERS.has(key),
  );
  return builtIn.create(name, Object.fromEntries(parameters));
}

function loadInstructions(data: Readonly<Record<string, unknown>>, name: string): Scorer {
  refuseHeaders(data, name);
  // A rationale always comes first here.
  const { model_api: api, generate_rationale_first: _, ...rest } = data;
  if (!CHAT.has(api as string | null | undefined)) {
    throw new Rejected(
      `The scorer '${name}' asks its model by '${String(api)}': only chat completions are asked here.`,
    );
  }
  const told = Object.entries(rest).filter(([, value]) => value !== null);
  return instructions.create(name, Object.fromEntries(told));
}

/** The judge that was aligned, and the guidelines it learned; the examples it looked up are in another store. */
function loadAligned(data: NonNullable<Serialised['memory_augmented_judge_data']>, name: string): Scorer {
  const { instructions_judge_pydantic_data: base } = serialised.parse(data.base_judge);
  const learned = (data.semantic_memory ?? []).flatMap(({ guideline_text: text }) =>
    typeof text === 'string' ? [`- ${text}`] : [],
  );
  if (!base || learned.length === 0) return loadMlflowScorer(data.base_judge, name);
  // A guideline that was learned from examples may quote anything.
  const guidelines = learned.join('\n').replaceAll('{{', '{ {');
  const text = `${String(base['instructions'])}\n\nGuidelines learned from people's feedback:\n${guidelines}`;
  return loadInstructions({ ...base, instructions: text }, name);
}

function loadEnsemble(
  { ensemble_fn: combination, scorers }: NonNullable<Serialised['ensemble_scorer_data']>,
  name: string,
): Scorer {
  const parts = scorers.map((part, index) => {
    const own = part['name'];
    return loadMlflowScorer(part, typeof own === 'string' ? own : `${name} ${index + 1}`);
  });
  return makeEnsemble(name, combination, parts);
}

function refuseHeaders(data: Readonly<Record<string, unknown>>, name: string): void {
  if (Object.keys(Object(data['extra_headers'])).length === 0 && !data['base_url']) return;
  throw new Rejected(
    `The scorer '${name}' brings headers or an address of its own: addresses and keys of models belong to the gateway (gateway:/<endpoint>).`,
  );
}
