import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../connection/millrace-error.ts';
import { promptOf, type PromptTemplate } from './prompt.ts';

interface Case {
  readonly template: PromptTemplate;
  readonly values: Readonly<Record<string, unknown>>;
  readonly variables: readonly string[];
  readonly formatted?: PromptTemplate;
  readonly error?: string;
}

/** What PromptVersion.format of mlflow 3.17.2 did. */
const CASES = JSON.parse(
  readFileSync(new URL('testdata/mlflow-formats.json', import.meta.url), 'utf8'),
) as Case[];

const prompt = (template: PromptTemplate) =>
  promptOf({ name: 'p', version: 1, commitMessage: '', tags: {}, aliases: [] }, template);

describe('a prompt', () => {
  it.each(CASES)('is formatted as MLflow does: $template with $values', (example) => {
    const made = prompt(example.template);
    expect(made.variables.toSorted()).toEqual(example.variables);
    if (example.error === undefined)
      return void expect(made.format(example.values)).toEqual(example.formatted);
    const missing = /^Missing variables: \{(.*)\}/.exec(example.error)?.[1]?.replaceAll("'", '');
    expect(() => made.format(example.values)).toThrow(`Missing variables: ${missing}.`);
  });

  it('keeps braces of values, what else messages hold, and shows values that are no text as JSON', () => {
    const chat = prompt([
      { role: 'user', content: [{ type: 'text', text: '{{question}} {{more}}' }], name: 'ann', weight: 1 },
    ]);
    expect(chat.format({ question: '{{more}}', more: { a: [1] } })).toEqual([
      { role: 'user', content: [{ type: 'text', text: '{{more}} {"a":[1]}' }], name: 'ann', weight: 1 },
    ]);
    expect(prompt('{{a}} {{b}}').format({ a: null, b: false })).toBe('null false');
    expect(() => prompt('{{a}}').format({ a: undefined })).toThrow(InvalidRequestError);
    expect(() => prompt('{{constructor}}').format({})).toThrow('Missing variables: constructor.');
  });

  it('is filled in step by step', () => {
    const greeting = prompt('{{greeting}}, {{name}}!').formatPartially({ greeting: 'Hello' });
    expect(greeting).toMatchObject({ version: 1, template: 'Hello, {{name}}!', variables: ['name'] });
    expect(greeting.format({ name: 'Ann' })).toBe('Hello, Ann!');
  });

  it('says so where it is a template of Jinja2', () => {
    expect(() => prompt('{% if a %}{{a}}{% endif %}').format({ a: 1 })).toThrow(/Jinja2 template/);
  });
});
