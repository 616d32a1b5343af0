import type { Judge } from '@millrace/scorers';
import type { LabelledJudge } from '../../libs/scorers/spec/labelled-examples.ts';

/** What came of one example. */
export interface CheckedExample {
  readonly says: string;
  readonly expected: string;
  /** Undefined when the judge failed. */
  readonly found: string | undefined;
  /** Its rationale, or why it failed. */
  readonly reason: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number | undefined;
}

const AT_ONCE = 4;
const NO_CODE = { run: () => Promise.reject(new Error('labelled examples run no code')) };

/** Asks a judge about all its labelled examples. */
export async function checkJudge(
  { judge: builtIn, examples }: LabelledJudge,
  judge: Judge,
): Promise<CheckedExample[]> {
  const check = async ({ says, parameters, subject, expected }: LabelledJudge['examples'][number]) => {
    const nothing = { inputTokens: 0, outputTokens: 0, costUsd: 0 };
    try {
      const scorer = builtIn.create(builtIn.name, parameters);
      const outcome = await scorer.score(subject, { judge, code: NO_CODE });
      if (outcome.kind === 'skipped')
        return { says, expected, found: undefined, reason: outcome.reason, ...nothing };
      const [verdict] = outcome.verdicts.filter(({ name }) => name === builtIn.name);
      const { inputTokens = 0, outputTokens = 0, costUsd } = verdict?.answer ?? {};
      const found = String(verdict?.value);
      return { says, expected, found, reason: verdict?.rationale ?? '', inputTokens, outputTokens, costUsd };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { says, expected, found: undefined, reason, ...nothing };
    }
  };
  const checked: CheckedExample[] = [];
  for (let from = 0; from < examples.length; from += AT_ONCE) {
    checked.push(...(await Promise.all(examples.slice(from, from + AT_ONCE).map(check))));
  }
  return checked;
}
