import { measureAgreement, type Agreement } from '@millrace/statistics';
import type { CheckedExample } from './check-judge.ts';

/** Figures of one judge with one model. */
export interface JudgeFigures {
  readonly judge: string;
  readonly model: string;
  readonly examples: number;
  /** Share of the examples with the expected verdict; one without a verdict is none. */
  readonly agreement: number;
  /** Over the examples that got a verdict; undefined where there are none. */
  readonly beyondChance: Pick<Agreement, 'kappa' | 'low' | 'high'> | undefined;
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
    beyondChance: measureAgreement(
      checked.flatMap(({ expected, found }) => (found === undefined ? [] : [[expected, found] as const])),
    ),
    failed: checked.filter(({ found }) => found === undefined).length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    costUsd: isPriced ? sum(({ costUsd }) => costUsd ?? 0) : undefined,
    disagreements: checked.filter(({ expected, found }) => expected !== found),
  };
}

const COLUMNS = [
  'judge',
  'model',
  'examples',
  'agreement',
  'kappa (95 %)',
  'failed',
  'tokens in',
  'out',
  'USD',
];

function kappaText({ beyondChance }: JudgeFigures): string {
  const { kappa, low, high } = beyondChance ?? {};
  if (kappa === undefined || low === undefined || high === undefined) return '–';
  return `${kappa.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

/** What is told to the user: a table, and every example on which judge and label differ. */
export function reportOf(all: readonly JudgeFigures[]): string {
  const rows = all.map((each) => [
    each.judge,
    each.model,
    String(each.examples),
    `${Math.round(each.agreement * 100)} %`,
    kappaText(each),
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
