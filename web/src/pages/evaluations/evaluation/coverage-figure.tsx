import { Text, Title } from '@mantine/core';
import type { Ledger } from '../../../api/evaluations.ts';
import { formatCount, formatPercent } from '../../../components/format.ts';
import { coverageOf } from './coverage.ts';
import classes from './evaluation.module.css';

const COLOURS = {
  scored: 'var(--state-ok)',
  skipped: 'var(--span-tool)',
  failed: 'var(--state-error)',
  pending: 'var(--line)',
} as const;

/** What became of every trace: found, sampled, and then judged or why not. Its parts add up. */
export function CoverageFigure({ ledger }: { readonly ledger: Ledger }) {
  const { eligible, sampled, left_out: leftOut, reasons, sessions } = ledger;
  const parts = coverageOf(ledger);
  return (
    <section className={classes.section} aria-label="Coverage">
      <Title order={2} className={classes.heading}>
        Coverage
      </Title>
      <div className={classes.body}>
        <Text size="sm" mb={8} className="tabular">
          <strong>{formatCount(eligible)}</strong> found
          {leftOut > 0 && ` (${formatCount(leftOut)} more left out: made by judges or evaluations)`} →{' '}
          <strong>{formatCount(sampled)}</strong> sampled
          {eligible > 0 && ` (${formatPercent(sampled / eligible)})`}
        </Text>
        <div className={classes.bar} aria-hidden>
          {parts.map(({ state, share }) => (
            <span key={state} style={{ width: `${share * 100}%`, background: COLOURS[state] }} />
          ))}
        </div>
        <ul className={classes.legend} style={{ marginTop: 8 }}>
          {parts.map(({ state, count, share }) => (
            <li key={state}>
              <span className={classes.dot} style={{ background: COLOURS[state] }} aria-hidden />
              <Text span size="sm" className="tabular">
                <strong>{formatCount(count)}</strong> {state} ({formatPercent(share)})
              </Text>
            </li>
          ))}
        </ul>
        {reasons.length > 0 && (
          <ul className={classes.reasons}>
            {reasons.map(({ state, reason, count }) => (
              <li key={`${state} ${reason}`}>
                <span className="tabular">{formatCount(count)}</span> {state}: {reason}
              </li>
            ))}
          </ul>
        )}
        {sessions.sampled > 0 && (
          <Text size="sm" c="var(--text-soft)" mt={8} className="tabular">
            Sessions: {formatCount(sessions.sampled)} sampled, {formatCount(sessions.scored)} scored,{' '}
            {formatCount(sessions.skipped)} skipped, {formatCount(sessions.failed)} failed
          </Text>
        )}
      </div>
    </section>
  );
}
