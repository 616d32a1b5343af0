import { HoverCard, Text, UnstyledButton } from '@mantine/core';
import type { EvaluationItem } from '../../../api/evaluations.ts';
import classes from '../evaluations.module.css';
import { valueText } from '../score-text.ts';

type Result = EvaluationItem['results'][number];

/** What each scorer said of a row; the whole rationale on hover or focus. */
export function Verdicts({ results }: { readonly results: readonly Result[] }) {
  return (
    <div className={classes.scores}>
      {results.map((result) => (
        <Verdict key={`${result.scorer}/${result.name}/${result.span_id ?? ''}`} result={result} />
      ))}
    </div>
  );
}

function Verdict({ result }: { readonly result: Result }) {
  const { name, rationale, reason } = result;
  const detail = rationale ?? reason;
  const line = (
    <span className={classes.score}>
      <Text span size="sm" c="var(--text-soft)">
        {name}
      </Text>
      <Text span size="sm" fw={600} c={colourOf(result)} className="tabular">
        {result.state === 'scored' ? valueText(result.value) : result.state}
      </Text>
      {detail !== undefined && (
        <Text span size="xs" c="var(--text-soft)">
          {detail}
        </Text>
      )}
    </span>
  );
  if (detail === undefined) return line;
  return (
    <HoverCard width={420} withinPortal shadow="md" openDelay={250}>
      <HoverCard.Target>
        <UnstyledButton>{line}</UnstyledButton>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {detail}
        </Text>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}

function colourOf({ state, is_passing: isPassing }: Result): string | undefined {
  if (state === 'failed' || isPassing === false) return 'var(--state-error)';
  return isPassing === true ? 'var(--state-ok)' : undefined;
}
