import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../api/sessions.ts';
import { formatCost, formatCount, formatDuration, formatTime } from '../../components/format.ts';
import type { VirtualColumn } from '../../components/virtual-table.tsx';
import { readableText } from '../../components/readable-text.ts';

export const SESSION_COLUMNS = (experimentId: string): readonly VirtualColumn<Session>[] => [
  {
    label: 'Last activity',
    width: '130px',
    render: ({ last_time: time }) => <span className="tabular">{formatTime(time)}</span>,
  },
  {
    label: 'Session',
    width: 'minmax(120px, 1fr)',
    render: ({ session_id: sessionId }) => (
      <Anchor
        component={Link}
        size="sm"
        to="/experiments/$experimentId/sessions/$sessionId"
        params={{ experimentId, sessionId } as never}
      >
        {sessionId}
      </Anchor>
    ),
  },
  { label: 'User', width: 'minmax(110px, 1fr)', render: ({ user_ids: users }) => users.join(', ') },
  {
    label: 'Began with',
    width: 'minmax(160px, 2fr)',
    render: ({ request_preview: text }) => readableText(text ?? '', 'user'),
  },
  {
    label: 'Ended with',
    width: 'minmax(160px, 2fr)',
    render: ({ response_preview: text }) => readableText(text ?? '', 'assistant'),
  },
  {
    label: 'Lasted',
    width: '90px',
    isFigure: true,
    render: ({ first_time: from, last_time: to }) => formatDuration(Date.parse(to) - Date.parse(from)),
  },
  { label: 'Traces', width: '60px', isFigure: true, render: ({ trace_count: count }) => formatCount(count) },
  {
    label: 'Errors',
    width: '60px',
    isFigure: true,
    render: ({ error_count: count }) =>
      count > 0 && (
        <Text span size="sm" c="var(--state-error)">
          {formatCount(count)}
        </Text>
      ),
  },
  {
    label: 'Tokens',
    width: '70px',
    isFigure: true,
    render: ({ tokens }) => tokens && formatCount(tokens.total),
  },
  { label: 'Cost', width: '74px', isFigure: true, render: ({ cost }) => cost && formatCost(cost.total) },
];
