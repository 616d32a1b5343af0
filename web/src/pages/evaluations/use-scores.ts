import { useQueries } from '@tanstack/react-query';
import {
  evaluationScoresQuery,
  isEnded,
  type Evaluation,
  type EvaluationScore,
} from '../../api/evaluations.ts';

/** What the scorers of listed evaluations found, by evaluation: a request a page for those that have ended, one for the others. */
export function useScores(
  pages: readonly (readonly Evaluation[])[],
): ReadonlyMap<string, readonly EvaluationScore[]> {
  const moving = pages.flatMap((page) => idsOf(page.filter((each) => !isEnded(each))));
  const answers = useQueries({
    queries: [
      ...pages.map((page) => evaluationScoresQuery(idsOf(page.filter(isEnded)), true)),
      evaluationScoresQuery(moving, false),
    ],
  });
  return Map.groupBy(
    answers.flatMap(({ data }) => data?.scores ?? []),
    ({ evaluation_id: id }) => id,
  );
}

function idsOf(evaluations: readonly Evaluation[]): string[] {
  return evaluations.map(({ evaluation_id: id }) => id);
}
