import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../trace/trace-entry.ts';
import { emptyTraceParts, mergeEntry } from '../trace/trace-parts.ts';
import type { Assessment } from './assessment.ts';
import { parseAssessment } from './assessment-text.ts';
import {
  assessmentChanges,
  assessmentEntry,
  assessmentRemoval,
  foldAssessments,
  type AssessmentEntry,
} from './fold-assessments.ts';

function assessment(id: string, fields: Partial<Assessment> = {}): Assessment {
  return {
    id,
    name: 'quality',
    spanId: undefined,
    source: { type: 'human', id: 'me' },
    content: { kind: 'feedback', value: 1, error: undefined },
    rationale: undefined,
    metadata: new Map(),
    overrides: undefined,
    isValid: true,
    createdAt: 1000,
    updatedAt: 1000,
    ...fields,
  };
}

/** One record each, in this order. */
function sequenced(records: readonly (readonly AssessmentEntry[])[]): TraceEntry[] {
  return records.flatMap((record, index) =>
    record.map((entry) => ({ ...entry, value: entry.value, sequence: BigInt(index + 1) })),
  );
}

function told(entries: readonly TraceEntry[]): Assessment[] {
  const parts = emptyTraceParts();
  for (const entry of entries) mergeEntry(parts, entry);
  return [...foldAssessments(parts.entries.values()).values()].map((text) => {
    const parsed = parseAssessment(text);
    if (!parsed) throw new Error(`not an assessment: ${text}`);
    return parsed;
  });
}

const first = assessmentEntry(assessment('a-1', { metadata: new Map([['x', '1']]), rationale: 'because' }));

describe('assessments of a trace', () => {
  it('two updates of different fields both count', () => {
    const [updated] = told(
      sequenced([
        [first],
        assessmentChanges('a-1', { rationale: 'no' }, 2000),
        assessmentChanges('a-1', { metadata: new Map([['y', '2']]) }, 3000),
      ]),
    );
    expect(updated).toMatchObject({ rationale: 'no', updatedAt: 3000, createdAt: 1000 });
    expect(updated?.metadata).toEqual(new Map(Object.entries({ x: '1', y: '2' })));
  });

  it('a value of another kind changes nothing', () => {
    const change = assessmentChanges('a-1', { content: { kind: 'issue', issueName: 'x' } }, 2000);
    expect(told(sequenced([[first], change]))[0]?.content).toMatchObject({ kind: 'feedback', value: 1 });
  });

  it('one that is overridden is invalid until the other goes', () => {
    const other = assessment('a-2', { overrides: 'a-1' });
    const overridden = [[first], [assessmentEntry(other)]];
    expect(told(sequenced(overridden)).map(({ isValid }) => isValid)).toEqual([false, true]);
    expect(told(sequenced([...overridden, assessmentRemoval(other)]))).toMatchObject([
      { id: 'a-1', isValid: true },
    ]);
  });

  it('what was said of a removed one is forgotten, even if it is told again', () => {
    const records = [
      [first],
      assessmentChanges('a-1', { rationale: 'gone' }, 2000),
      assessmentRemoval(assessment('a-1')),
    ];
    expect(told(sequenced(records))).toEqual([]);
    expect(told(sequenced([...records, [first]]))).toMatchObject([{ rationale: 'because', updatedAt: 1000 }]);
  });

  it('a repeated start-trace takes no later word back', () => {
    const records = [[first], assessmentChanges('a-1', { isValid: false, name: 'n' }, 2000), [first]];
    expect(told(sequenced(records))).toMatchObject([{ isValid: false, name: 'n', rationale: 'because' }]);
  });

  it('what is no assessment is left as it is', () => {
    const entry = (value: string): AssessmentEntry => ({ kind: 'assessment', key: 'a-1', value });
    const parts = emptyTraceParts();
    for (const each of sequenced([[entry('{"overrides":1}')], assessmentChanges('a-1', { name: 'x' }, 1)])) {
      mergeEntry(parts, each);
    }
    expect([...foldAssessments(parts.entries.values())]).toEqual([['a-1', '{"overrides":1}']]);
  });

  it('are the same whatever the order and repetition of the entries', () => {
    const id = fc.constantFrom('a-1', 'a-2', 'a-3');
    const text = fc.string({ maxLength: 4 });
    const record = fc.oneof(
      fc
        .record({ id, overrides: fc.option(id, { nil: undefined }), rationale: text })
        .map(({ id: own, ...fields }) => [assessmentEntry(assessment(own, fields))]),
      fc
        .record({
          id,
          name: text,
          rationale: text,
          key: fc.constantFrom('x', 'y', 'a/b'),
          isValid: fc.boolean(),
        })
        .map(({ id: own, key, ...update }) =>
          assessmentChanges(own, { ...update, metadata: new Map([[key, update.name]]) }, 5),
        ),
      id.map((own) => assessmentRemoval(assessment(own, { metadata: new Map([['x', '']]) }))),
    );
    const delivered = fc
      .array(record, { maxLength: 12 })
      .map(sequenced)
      .chain((entries) =>
        fc.record({
          entries: fc.constant(entries),
          again: fc
            .tuple(
              fc.shuffledSubarray(entries, { minLength: entries.length }),
              fc.array(fc.nat({ max: Math.max(0, entries.length - 1) }), { maxLength: 6 }),
            )
            .map(([shuffled, repeats]) => [
              ...repeats.flatMap((index) => entries.slice(index, index + 1)),
              ...shuffled,
            ]),
        }),
      );
    fc.assert(
      fc.property(delivered, ({ entries, again }) => {
        expect(told(again)).toEqual(told(entries));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
