import { Anchor, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sessionQuery, type Session } from '../../api/sessions.ts';
import type { Trace } from '../../api/traces.ts';
import { AssessmentBadges } from '../../components/assessment-badges.tsx';
import { quoted } from '../../components/filter-bar/filter-clauses.ts';
import { formatCost, formatCount, formatDuration, formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Conversation } from './conversation.tsx';
import classes from './session-page.module.css';

const route = getRouteApi('/experiments/$experimentId/sessions/$sessionId');

/** One conversation, turn by turn: each turn is a trace. */
export function SessionPage() {
  const { experimentId, sessionId } = route.useParams();
  const session = useInfiniteQuery(sessionQuery(experimentId, sessionId));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = session;
  return (
    <Page
      title={`Session ${sessionId}`}
      isFilling
      actions={
        <Anchor
          component={Link}
          size="sm"
          to="/experiments/$experimentId/traces"
          params={{ experimentId } as never}
          search={{ range: 'all', filter: `session = ${quoted(sessionId)}` } as never}
        >
          As a list of traces
        </Anchor>
      }
    >
      <QueryView query={session}>
        {({ pages }) => {
          const turns = pages.flatMap(({ traces }) => traces);
          const [first] = pages;
          return (
            <div className={classes.page}>
              {first !== undefined && <Summary session={first.session} turns={turns} />}
              <Conversation
                turns={turns}
                onMore={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
              />
            </div>
          );
        }}
      </QueryView>
    </Page>
  );
}

function Summary({ session, turns }: { readonly session: Session; readonly turns: readonly Trace[] }) {
  const { first_time: from, last_time: to, tokens, cost } = session;
  const figures: readonly (readonly [string, string])[] = [
    ['Began', formatTime(from)],
    ['Lasted', formatDuration(Date.parse(to) - Date.parse(from))],
    ['Traces', formatCount(session.trace_count)],
    ['Errors', formatCount(session.error_count)],
    ['Tokens', tokens === undefined ? 'unknown' : formatCount(tokens.total)],
    ['Cost', cost === undefined ? 'unknown' : formatCost(cost.total)],
    ['User', session.user_ids.length === 0 ? 'unknown' : session.user_ids.join(', ')],
  ];
  const ofSession = turns.flatMap(({ assessments }) =>
    assessments.filter((each) => each.session_id !== undefined),
  );
  return (
    <div className={classes.summary}>
      <Group component="dl" gap="lg" my={0}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="var(--text-soft)">
              {label}
            </Text>
            <Text component="dd" size="sm" fw={500} m={0} className="tabular">
              {value}
            </Text>
          </div>
        ))}
      </Group>
      {ofSession.length > 0 && (
        <div role="group" aria-label="Assessments of the session">
          <AssessmentBadges assessments={ofSession} />
        </div>
      )}
    </div>
  );
}
