import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTraffic } from '../../app/use-traffic.ts';
import { formatCost, formatCount, formatDuration, formatPercent } from '../../components/format.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import classes from './overview.module.css';
import { describeChange } from './describe-change.ts';
import { totalsQuery } from './overview-queries.ts';

interface Card {
  readonly label: string;
  readonly measure: string;
  readonly format: (value: number) => string;
  /** Whether more of it is good or bad news; absent: neither. */
  readonly more?: 'bad';
  /** Counts are 0 where nothing is; averages are unknown. */
  readonly isCount?: boolean;
}

const CARDS: readonly Card[] = [
  { label: 'Traces', measure: 'count', format: formatCount, isCount: true },
  { label: 'Error rate', measure: 'error_rate', format: formatPercent, more: 'bad' },
  { label: 'Latency p50', measure: 'latency.p50', format: formatDuration, more: 'bad' },
  { label: 'Latency p95', measure: 'latency.p95', format: formatDuration, more: 'bad' },
  { label: 'Tokens', measure: 'tokens', format: formatCount, isCount: true },
  { label: 'Cost', measure: 'cost', format: formatCost, isCount: true },
  { label: 'Users', measure: 'users', format: formatCount, isCount: true },
];

/** What the traffic comes to, against the same length of time before. */
export function FigureCards() {
  const totals = useQuery(totalsQuery(useTraffic()));
  if (totals.isError) return <ProblemNotice error={totals.error} onRetry={() => void totals.refetch()} />;
  const row = totals.data?.rows[0];
  return (
    <dl className={classes.cards} style={{ margin: 0 }} aria-label="Figures">
      {CARDS.map((card) => (
        <div key={card.label} className={classes.card}>
          <Text component="dt" size="xs" c="var(--text-soft)">
            {card.label}
          </Text>
          <dd style={{ margin: 0 }}>
            {totals.data === undefined ? (
              <Skeleton height={44} mt={4} />
            ) : (
              <Value
                card={card}
                value={row?.measures[card.measure]}
                previous={row?.previous?.[card.measure]}
                previousTraces={row?.previous?.['count']}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  readonly card: Card;
  readonly value: number | undefined;
  readonly previous: number | undefined;
  readonly previousTraces: number | undefined;
}

function Value({ card, value, previous, previousTraces }: ValueProps) {
  const shown = value ?? (card.isCount === true ? 0 : undefined);
  return (
    <>
      <Text fz={22} fw={600} lh={1.3} className="tabular">
        {shown === undefined ? '–' : card.format(shown)}
      </Text>
      <Change card={card} value={shown} previous={previous} previousTraces={previousTraces} />
    </>
  );
}

/** Changes below it are noise. */
const NOTEWORTHY = 0.05;

function Change({ card: { format, more }, value, previous, previousTraces }: ValueProps) {
  const { text, ratio = 0 } = describeChange({ value, previous, previousTraces, format });
  const isBad = more === 'bad' && ratio > NOTEWORTHY;
  const isGood = more === 'bad' && ratio < -NOTEWORTHY;
  const colour = isBad ? 'var(--state-error)' : isGood ? 'var(--state-ok)' : 'var(--text-soft)';
  return (
    <Text
      size="xs"
      c={colour}
      className="tabular"
      truncate
      title={previous === undefined ? undefined : `${format(previous)} in the period before`}
    >
      {text}
    </Text>
  );
}
