import type { SearchAttribute } from '../search/search-table.ts';

const KIND: SearchAttribute = {
  sql: 'model.kind',
  kind: 'text',
  words: { true: 'prompt', false: 'model' },
  isUnordered: true,
};
const TEMPLATE: SearchAttribute = {
  sql: 'version.template',
  kind: 'text',
  isNullable: true,
  isUnordered: true,
};
const TEMPLATE_KIND: SearchAttribute = { ...TEMPLATE, sql: 'version.template_kind' };

/** The kind under the names that MLflow's clients filter it by (mlflow/WIRE.md 8.1). */
export const KIND_ATTRIBUTES: Readonly<Record<string, SearchAttribute>> = forTag(
  'mlflow.prompt.is_prompt',
  KIND,
);

/** What a prompt says, under the names that MLflow's clients filter it by. */
export const TEMPLATE_ATTRIBUTES: Readonly<Record<string, SearchAttribute>> = {
  ...forTag('mlflow.prompt.text', TEMPLATE),
  ...forTag('_mlflow_prompt_type', TEMPLATE_KIND),
};

/** Whether this is the column that tells prompts from models. */
export function isKind(sql: string): boolean {
  return sql === KIND.sql;
}

function forTag(key: string, attribute: SearchAttribute): Record<string, SearchAttribute> {
  return { [`tags.${key}`]: attribute, [`tag.${key}`]: attribute };
}
