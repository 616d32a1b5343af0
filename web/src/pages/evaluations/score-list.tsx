import { Text, Tooltip } from '@mantine/core';
import type { EvaluationScore } from '../../api/evaluations.ts';
import { formatCount } from '../../components/format.ts';
import classes from './evaluations.module.css';
import { intervalText, mainFigure } from './score-text.ts';

/** Of each scorer its main figure and, in small, how sure it is. */
export function ScoreList({ scores }: { readonly scores: readonly EvaluationScore[] }) {
  return (
    <div className={classes.scores}>
      {scores.map((score) => (
        <Tooltip
          key={`${score.scorer}/${score.name}`}
          label={`${score.name}: ${formatCount(score.verdicts)} verdicts of the scorer ${score.scorer}`}
        >
          <span className={classes.score}>
            <Text span size="sm" c="var(--text-soft)">
              {score.name}
            </Text>
            <Text span size="sm" fw={600} className="tabular">
              {mainFigure(score) ?? '–'}
            </Text>
            <Text span size="xs" c="var(--text-soft)" className="tabular">
              {intervalText(score)}
            </Text>
          </span>
        </Tooltip>
      ))}
    </div>
  );
}
