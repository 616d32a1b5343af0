import { InvalidRequestError } from '../connection/millrace-error.ts';

/** MLflow's grammar: names, with dots between them, in double braces. */
const VARIABLE = /\{\{\s*([a-zA-Z_][a-zA-Z0-9_]*(?:\.[a-zA-Z_][a-zA-Z0-9_]*)*)\s*\}\}/g;

/** Values by the names of variables. Texts stand as they are, anything else as JSON; undefined is missing. */
export type Values = Readonly<Record<string, unknown>>;

/** The names that are in double braces, in the order they come, each once. */
export function findVariables(template: unknown): string[] {
  const names = textsIn(template).flatMap((text) =>
    [...text.matchAll(VARIABLE)].map(([, name = '']) => name),
  );
  return [...new Set(names)];
}

/**
 * The template with what is known of its variables, wherever in it texts are. Braces within a value are text. Throws
 * InvalidRequestError for a Jinja2 template.
 */
export function fillIn<Template>(template: Template, values: Values): Template {
  if (textsIn(template).some((text) => text.includes('{%') && text.includes('%}'))) {
    throw new InvalidRequestError(
      'The prompt is a Jinja2 template, which only the Python client formats: write it with {{variables}} alone, or render its template yourself.',
    );
  }
  return mapTexts(template, (text) =>
    text.replaceAll(VARIABLE, (place, name: string) =>
      isKnown(values, name) ? textOf(values[name]) : place,
    ),
  ) as Template;
}

/** Throws InvalidRequestError, naming them, unless every variable has a value. */
export function requireAll(prompt: string, variables: readonly string[], values: Values): void {
  const missing = variables.filter((name) => !isKnown(values, name));
  if (missing.length === 0) return;
  throw new InvalidRequestError(
    `Missing variables: ${missing.join(', ')}. Prompt '${prompt}' needs a value for each; formatPartially fills in what there is.`,
  );
}

function isKnown(values: Values, name: string): boolean {
  return Object.hasOwn(values, name) && values[name] !== undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}
