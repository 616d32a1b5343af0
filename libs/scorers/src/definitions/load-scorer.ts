import { z } from 'zod';
import { Rejected } from '@millrace/domain';
import { BUILT_IN_SCORERS } from '../registry.ts';
import type { Scorer } from '../scorer.ts';
import { isMlflowDefinition, loadMlflowScorer } from './load-mlflow-scorer.ts';

/** The key of our own form in a definition. */
const NATIVE = 'millrace_scorer';

const nativeForm = z.strictObject({
  kind: z.string(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

type Definition = Readonly<Record<string, unknown>>;

/** The scorer that a stored definition (JSON) describes. Throws Rejected with what is wrong with it. */
export function loadScorer(definition: string, name: string): Scorer {
  const fields = parseDefinition(definition);
  if (isNativeDefinition(fields)) return loadNative(fields, name);
  if (isMlflowDefinition(fields)) return loadMlflowScorer(fields, name);
  throw new Rejected(
    `The definition of scorer '${name}' is of no form that is known here: it needs '${NATIVE}' with a 'kind' and its 'parameters'.`,
  );
}

/** For one that is about to be kept: the same, and looks closer than is needed each time it scores. */
export function checkScorer(definition: string, name: string): Scorer {
  const scorer = loadScorer(definition, name);
  scorer.check?.();
  return scorer;
}

/** Whether a definition is in our own form, which MLflow's client does not know. */
export function isNativeDefinition(definition: Definition): boolean {
  return NATIVE in definition;
}

function loadNative(fields: Definition, name: string): Scorer {
  const { success, data, error } = nativeForm.safeParse(fields[NATIVE]);
  if (!success) {
    const [issue] = error.issues;
    const where = [NATIVE, ...(issue?.path ?? [])].join('.');
    throw new Rejected(`The definition of scorer '${name}' is not right: '${where}': ${issue?.message}.`);
  }
  const builtIn = BUILT_IN_SCORERS.find(
    (known) => known.name === data.kind || known.aliases?.includes(data.kind),
  );
  if (builtIn) return builtIn.create(name, data.parameters ?? {});
  const known = BUILT_IN_SCORERS.map((each) => each.name).join(', ');
  throw new Rejected(`There is no scorer of kind '${data.kind}': the kinds are ${known}.`);
}

function parseDefinition(definition: string): Definition {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(definition));
  } catch {
    throw new Rejected('The definition of a scorer must be a JSON object.');
  }
}
