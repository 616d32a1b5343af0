import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_SCORERS, type Judge } from '../src/index.ts';
import { labelledJudges } from './labelled-examples.ts';

const labelled = labelledJudges((file) => {
  const path = `${import.meta.dirname}/../src/${file}`;
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
});

it('every judge has them but the one whose instructions are the user’s', () => {
  const judges = BUILT_IN_SCORERS.filter(({ isJudge, name }) => isJudge && name !== 'instructions');
  expect(labelled.map(({ judge }) => judge.name)).toEqual(judges.map(({ name }) => name));
});

describe.each(labelled)('$judge.name', ({ judge, examples }) => {
  it('has at least twelve, each verdict about as often', () => {
    const counts = new Map<string, number>();
    for (const { expected } of examples) counts.set(expected, (counts.get(expected) ?? 0) + 1);
    expect(examples.length).toBeGreaterThanOrEqual(12);
    expect(counts.size).toBeGreaterThanOrEqual(2);
    for (const count of counts.values())
      expect(count).toBeGreaterThan(examples.length / (counts.size + 1) - 1);
    expect(new Set(examples.map(({ says }) => says)).size).toBe(examples.length);
  });

  it.each(examples)('asks a model about: $says', async ({ parameters, subject, expected }) => {
    let asked = 0;
    const answering: Judge = {
      ask: async () => {
        asked += 1;
        const value = { rationale: 'As labelled.', result: expected };
        return { value, model: 'm', inputTokens: 1, outputTokens: 1, costUsd: 0, isCached: false };
      },
    };
    const code = { run: () => Promise.reject(new Error('no code')) };
    const outcome = await judge.create('mine', parameters).score(subject, { judge: answering, code });
    expect(outcome).toMatchObject({ kind: 'scored' });
    const verdicts = outcome.kind === 'scored' ? outcome.verdicts.filter(({ name }) => name === 'mine') : [];
    expect(verdicts.map(({ value }) => value)).toEqual([expected]);
    expect(asked).toBeGreaterThan(0);
  });
});
