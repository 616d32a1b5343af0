import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Rejected, type JsonValue } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadSubject, subjectFixture } from '../spec/load-subject.ts';
import type { Judge, JudgeRequest } from './judge.ts';
import { BUILT_IN_SCORERS } from './registry.ts';
import type { ScorerTools } from './scorer.ts';

const HERE = import.meta.dirname;
/** Folders of this project's source that hold no scorer. */
const OTHER_FOLDERS = new Set(['definitions', 'judging']);

/** A file of testdata: cases of one scorer. */
const cases = z.array(
  z.strictObject({
    says: z.string(),
    parameters: z.record(z.string(), z.unknown()).default({}),
    subject: subjectFixture,
    /** What the program of a code scorer returns, given the argument. */
    program: z.strictObject({ argument: z.json(), returns: z.json() }).optional(),
    /** What the judge says, call by call. */
    answers: z.array(z.record(z.string(), z.json())).default([]),
    outcome: z.union([
      z.strictObject({ skipped: z.string() }),
      z.strictObject({ failed: z.string() }),
      z.strictObject({ verdicts: z.array(z.record(z.string(), z.json())) }),
    ]),
  }),
);

/** The labelled examples are for measuring judges (spec/labelled-examples.ts). */
const isCases = (file: string): boolean => file.endsWith('.json') && file !== 'labelled.json';

const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !OTHER_FOLDERS.has(entry.name))
  .map((entry) => entry.name);
const kebab = (name: string) => name.replaceAll('_', '-');

it('registers every folder, under its name, once', () => {
  expect(BUILT_IN_SCORERS.map(({ name }) => kebab(name)).sort()).toEqual(folders.sort());
});

it('describes every scorer and its parameters', () => {
  for (const { name, title, description, parameters } of BUILT_IN_SCORERS) {
    expect(`${title}: ${description}`, name).toMatch(/^[A-Z][^:]+: [A-Z].+\.$/);
    const { properties = {} } = z.toJSONSchema(parameters, { io: 'input' });
    for (const [parameter, schema] of Object.entries(properties)) {
      expect(schema, `${name}.${parameter}`).toHaveProperty('description');
    }
  }
});

describe.each(BUILT_IN_SCORERS)('$name', (builtIn) => {
  const testdata = `${HERE}/${kebab(builtIn.name)}/testdata`;
  const files = existsSync(testdata) ? readdirSync(testdata).filter(isCases) : [];

  it('has testdata', () => {
    expect(files, `${testdata} has no *.json`).not.toEqual([]);
  });

  it('refuses a parameter that it does not have', () => {
    expect(() => builtIn.create('mine', { colour: 'red' })).toThrow(Rejected);
    expect(() => builtIn.create('mine', { colour: 'red' })).toThrow(/colour/);
  });

  const told = files.flatMap((file) => cases.parse(JSON.parse(readFileSync(`${testdata}/${file}`, 'utf8'))));
  it.each(told)('$says', async ({ parameters, subject, answers, program, outcome }) => {
    const score = async () =>
      builtIn
        .create('mine', parameters)
        .score(loadSubject(subject), { ...toolsSaying(answers), code: codeReturning(program) });
    if ('failed' in outcome) return expect(score()).rejects.toThrow(outcome.failed);
    const found = await score();
    if ('skipped' in outcome) return expect(found).toEqual({ kind: 'skipped', reason: outcome.skipped });
    expect(found).toMatchObject({
      kind: 'scored',
      verdicts: outcome.verdicts.map((verdict) => ({ name: 'mine', ...verdict })),
    });
  });
});

/** A judge that says what the case tells. */
function toolsSaying(answers: readonly Readonly<Record<string, JsonValue>>[]): Pick<ScorerTools, 'judge'> {
  const left = [...answers];
  const judge: Judge = {
    ask: async ({ model = 'openai:/gpt-4.1-mini' }: JudgeRequest) => {
      const value = left.shift();
      if (!value) throw new Error('asked more often than the case has answers');
      return { value, model, inputTokens: 10, outputTokens: 5, costUsd: 0.001, isCached: false };
    },
  };
  return { judge };
}

/** Runs nothing: what becomes of a program is the adapter's to show. */
function codeReturning(
  program: { readonly argument: unknown; readonly returns: unknown } | undefined,
): ScorerTools['code'] {
  return {
    run: async ({ argument }) => {
      if (!program) throw new Error('no code is run here');
      expect(argument).toMatchObject(Object(program.argument));
      return program.returns as JsonValue;
    },
  };
}
