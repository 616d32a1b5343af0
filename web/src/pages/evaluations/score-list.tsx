import { Text, Tooltip } from '@mantine/core';
import type { EvaluationScore } from '../../api/evaluations.ts';
import { formatCount } from '../../components/format.ts';
import classes from './evaluations.module.css';
import { intervalText, mainFigure } from './score-text.ts';

interface ScoreListProps {
  readonly scores: readonly EvaluationScore[];
  /** On as many lines as it takes; on one that is cut when absent. */
  readonly isWrapped?: boolean;
}

/** Of each scorer its main figure and, in small, how sure it is. */
export function ScoreList({ scores, isWrapped = false }: ScoreListProps) {
  return (
    <div className={classes.scores} data-wrapped={isWrapped || undefined}>
      {scores.map((score) => (
        <Tooltip key={`${score.scorer}/${score.name}`} label={tooltipOf(score)}>
          <span className={classes.score}>
            <Text span size="sm" c="var(--text-soft)">
              {score.name}
            </Text>
            <Text span size="sm" fw={600} className="tabular">
              {mainFigure(score) ?? '–'}
            </Text>
            <Text span size="xs" c="var(--text-soft)" className={`tabular ${classes.sureness}`}>
              {intervalText(score)}
            </Text>
          </span>
        </Tooltip>
      ))}
    </div>
  );
}

function tooltipOf(score: EvaluationScore): string {
  const interval = intervalText(score);
  const sureness = interval === undefined ? '' : `, 95 % interval ${interval}`;
  return `${score.name}: ${formatCount(score.verdicts)} verdicts of the scorer ${score.scorer}${sureness}`;
}
