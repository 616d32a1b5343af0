import type { JudgeAnswer } from '../judge.ts';

/** What several answers took together, for a verdict that rests on all of them. */
export function addAnswers(answers: readonly JudgeAnswer[]): JudgeAnswer | undefined {
  const last = answers.at(-1);
  if (!last) return undefined;
  const sum = (count: (answer: JudgeAnswer) => number): number =>
    answers.reduce((total, answer) => total + count(answer), 0);
  const isPriced = answers.every(({ costUsd }) => costUsd !== undefined);
  return {
    ...last,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    costUsd: isPriced ? sum(({ costUsd }) => costUsd ?? 0) : undefined,
    isCached: answers.every(({ isCached }) => isCached),
  };
}
