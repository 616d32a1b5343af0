import { z } from 'zod';
import { BUILT_IN_SCORERS } from '../src/index.ts';
import { loadSubject, subjectFixture } from './load-subject.ts';

const example = z.strictObject({
  /** What makes it one or the other. */
  says: z.string().min(1),
  parameters: z.record(z.string(), z.unknown()).default({}),
  subject: subjectFixture,
  /** The verdict that a careful person gives. */
  expected: z.string(),
});

/** A judge and what a careful person would say in its place, written by hand. */
export interface LabelledJudge {
  readonly judge: (typeof BUILT_IN_SCORERS)[number];
  readonly examples: readonly (Omit<z.output<typeof example>, 'subject'> & {
    readonly subject: ReturnType<typeof loadSubject>;
  })[];
}

/** The labelled examples of every judge that has some; `read` gives the text of a file of this project's `src` if it is there. */
export function labelledJudges(read: (file: string) => string | undefined): readonly LabelledJudge[] {
  return BUILT_IN_SCORERS.filter(({ isJudge }) => isJudge).flatMap((judge) => {
    const text = read(`${judge.name.replaceAll('_', '-')}/testdata/labelled.json`);
    if (text === undefined) return [];
    const told = z.array(example).parse(JSON.parse(text));
    return [{ judge, examples: told.map((each) => ({ ...each, subject: loadSubject(each.subject) })) }];
  });
}
