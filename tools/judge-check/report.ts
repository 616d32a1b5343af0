import type { CheckedExample } from './check-judge.ts';

/** Figures of one judge with one model. */
export interface JudgeFigures {
  readonly judge: string;
  readonly model: string;
  readonly examples: number;
  /** Share of the examples with the expected verdict; one without a verdict is none. */
  readonly agreement: number;
  /** Cohen's, over the examples that got a verdict; undefined where there are none or chance alone would agree always. */
  readonly kappa: number | undefined;
  readonly failed: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number | undefined;
  readonly disagreements: readonly CheckedExample[];
}

export function figuresOf(judge: string, model: string, checked: readonly CheckedExample[]): JudgeFigures {
  const sum = (count: (example: CheckedExample) => number): number =>
    checked.reduce((total, example) => total + count(example), 0);
  const isPriced = checked.every(({ costUsd }) => costUsd !== undefined);
  return {
    ...{ judge, model, examples: checked.length },
    agreement: checked.filter(({ expected, found }) => expected === found).length / checked.length,
    kappa: kappaOf(checked.filter(({ found }) => found !== undefined)),
    failed: checked.filter(({ found }) => found === undefined).length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    costUsd: isPriced ? sum(({ costUsd }) => costUsd ?? 0) : undefined,
    disagreements: checked.filter(({ expected, found }) => expected !== found),
  };
}

/** Agreement beyond chance. */
export function kappaOf(
  pairs: readonly { readonly expected: string; readonly found: string | undefined }[],
): number | undefined {
  if (pairs.length === 0) return undefined;
  const values = new Set(pairs.flatMap(({ expected, found }) => [expected, found]));
  const share = (isCounted: (pair: (typeof pairs)[number]) => boolean): number =>
    pairs.filter(isCounted).length / pairs.length;
  const observed = share(({ expected, found }) => expected === found);
  const byChance = [...values].reduce(
    (total, value) =>
      total + share(({ expected }) => expected === value) * share(({ found }) => found === value),
    0,
  );
  return byChance < 1 ? (observed - byChance) / (1 - byChance) : undefined;
}

const COLUMNS = ['judge', 'model', 'examples', 'agreement', 'kappa', 'failed', 'tokens in', 'out', 'USD'];

/** What is told to the user: a table, and every example on which judge and label differ. */
export function reportOf(all: readonly JudgeFigures[]): string {
  const rows = all.map((each) => [
    each.judge,
    each.model,
    String(each.examples),
    `${Math.round(each.agreement * 100)} %`,
    each.kappa === undefined ? '–' : each.kappa.toFixed(2),
    String(each.failed),
    String(each.inputTokens),
    String(each.outputTokens),
    each.costUsd === undefined ? 'no price' : each.costUsd.toFixed(4),
  ]);
  const widths = COLUMNS.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  const differing = all.flatMap(({ judge, model, disagreements }) =>
    disagreements.map(
      ({ says, expected, found, reason }) =>
        `${judge}, ${model}: ${says}\n  expected ${expected}, found ${found ?? 'no verdict'}: ${reason.replaceAll('\n', ' ')}`,
    ),
  );
  return [
    line(COLUMNS),
    ...rows.map(line),
    '',
    ...(differing.length > 0 ? ['Where they differ:', ...differing, ''] : []),
    'These are a dozen examples a judge, written for plain cases. They show that a model understands the prompts; how well it',
    'judges your traffic is told by its agreement with labels of your own people (docs/evaluation.md).',
  ].join('\n');
}
