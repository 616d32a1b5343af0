import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Trace } from '../../api/traces.ts';
import { AssessmentBadges } from '../../components/assessment-badges.tsx';
import { formatCost, formatCount, formatDuration, formatTime, nanosToMs } from '../../components/format.ts';
import { readableText } from '../../components/readable-text.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { TraceLink } from '../../components/trace-link.tsx';
import { spanQuery } from '../../api/trace-detail.ts';
import classes from './session-page.module.css';

interface ConversationProps {
  readonly turns: readonly Trace[];
  /** Asked for when the last turn comes near; absent when there are no more. */
  readonly onMore: (() => void) | undefined;
}

const TURN = 190;
const NEAR_END = 8;

/** What was asked and answered, in order; only what is in sight is drawn and read whole. */
export function Conversation({ turns, onMore }: ConversationProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: turns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TURN,
    overscan: 4,
    paddingEnd: 24,
  });
  const seen = virtual.getVirtualItems();
  const isNearEnd = (seen.at(-1)?.index ?? 0) >= turns.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onMore?.();
  }, [isNearEnd, onMore]);
  return (
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label="Conversation">
      <ol className={classes.turns} style={{ height: virtual.getTotalSize() }}>
        {seen.map(({ index, start }) => {
          const turn = turns[index];
          return (
            turn !== undefined && (
              <li
                key={turn.trace_id}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.turn}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Turn trace={turn} number={index + 1} />
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}

function Turn({ trace, number }: { readonly trace: Trace; readonly number: number }) {
  const { data: span } = useQuery(spanQuery(trace.trace_id, trace.root_span_id));
  const asked = readableText(span?.inputs ?? trace.request_preview ?? '', 'user');
  const answered = readableText(span?.outputs ?? trace.response_preview ?? '', 'assistant');
  return (
    <article aria-label={`Turn ${number}`}>
      <div className={classes.about}>
        <TraceLink experimentId={trace.experiment_id} traceId={trace.trace_id}>
          {trace.name === '' ? 'unnamed' : trace.name}
        </TraceLink>
        <span className="tabular">{formatTime(trace.request_time)}</span>
        <StateBadge state={trace.state} />
        <span className="tabular">{formatDuration(nanosToMs(trace.duration_nano))}</span>
        {trace.tokens !== undefined && <span>{formatCount(trace.tokens.total)} tokens</span>}
        {trace.cost !== undefined && <span>{formatCost(trace.cost.total)}</span>}
        <AssessmentBadges assessments={trace.assessments.filter((each) => each.session_id === undefined)} />
      </div>
      {asked !== '' && <Said who="User" text={asked} className={classes.asked} />}
      {answered !== '' && <Said who="Assistant" text={answered} className={classes.answered} />}
      {answered === '' && trace.state === 'ERROR' && (
        <Said
          who="Assistant"
          text={span?.status.message ?? 'No answer: it failed.'}
          className={classes.failed}
        />
      )}
    </article>
  );
}

/** As much as fits on a screen; the rest on demand. */
const MUCH = 1500;

interface SaidProps {
  readonly who: string;
  readonly text: string;
  readonly className: string | undefined;
}

function Said({ who, text, className }: SaidProps) {
  const [isWhole, setWhole] = useState(false);
  const isCut = text.length > MUCH && !isWhole;
  return (
    <div className={`${classes.said} ${className ?? ''}`}>
      <VisuallyHidden>{who}: </VisuallyHidden>
      {isCut ? `${text.slice(0, MUCH)}…` : text}
      {isCut && (
        <Button size="compact-xs" variant="subtle" display="block" onClick={() => setWhole(true)}>
          Show all of it
        </Button>
      )}
    </div>
  );
}
