import type { ScorerDefinition } from '../../api/scorers.ts';

/** The kind of a scorer in Millrace's own form, or what MLflow's client registered. */
export function kindOfDefinition(definition: ScorerDefinition): string {
  const native = part(definition, 'millrace_scorer');
  if (typeof native['kind'] === 'string') return native['kind'];
  const builtIn = definition['builtin_scorer_class'];
  if (typeof builtIn === 'string') return builtIn;
  return 'instructions_judge_pydantic_data' in definition ? 'instructions' : 'of MLflow';
}

/** The model that judges; undefined when none is asked or none is named. */
export function modelOfDefinition(definition: ScorerDefinition): string | undefined {
  const holders = [
    part(part(definition, 'millrace_scorer'), 'parameters'),
    part(definition, 'instructions_judge_pydantic_data'),
    part(definition, 'builtin_scorer_pydantic_data'),
  ];
  return holders.map(({ model }) => model).find((model) => typeof model === 'string');
}

/** What a scorer is told, by name; empty for definitions of which only MLflow knows the parts. */
export function parametersOfDefinition(definition: ScorerDefinition): Readonly<Record<string, unknown>> {
  if ('millrace_scorer' in definition) return part(part(definition, 'millrace_scorer'), 'parameters');
  return part(definition, 'instructions_judge_pydantic_data');
}

/** Whether the form of a new scorer can show it. */
export function isNativeDefinition(definition: ScorerDefinition): boolean {
  return typeof part(definition, 'millrace_scorer')['kind'] === 'string';
}

function part(value: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const found = value[key];
  return typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>) : {};
}
