import { Anchor, Badge, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Trace } from '../../api/traces.ts';
import { AssessmentBadges } from '../../components/assessment-badges.tsx';
import { formatCost, formatCount, formatDuration, formatTime, nanosToMs } from '../../components/format.ts';
import { readableText } from '../../components/readable-text.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { TraceLink } from '../../components/trace-link.tsx';
import type { ColumnLayout } from './column-layout.ts';

export interface TraceColumn {
  readonly id: string;
  readonly label: string;
  /** In pixels. */
  readonly width: number;
  /** Takes what is left of the row. */
  readonly isGrowing?: boolean;
  readonly isFigure?: boolean;
  /** The field of order_by, where the server can sort by it. */
  readonly orderBy?: string;
  readonly render: (trace: Trace) => ReactNode;
}

/** Tags that the server or a client library says of every trace. */
const OWN_TAG = /^(?:mlflow\.|service\.name$)/;

export const TRACE_COLUMNS: readonly TraceColumn[] = [
  {
    id: 'time',
    label: 'Time',
    width: 122,
    orderBy: 'timestamp',
    render: ({ request_time: time }) => (
      <span className="tabular" title={new Date(time).toLocaleString()}>
        {formatTime(time)}
      </span>
    ),
  },
  {
    id: 'name',
    label: 'Name',
    width: 140,
    orderBy: 'name',
    render: ({ experiment_id, trace_id, name }) => (
      <TraceLink experimentId={experiment_id} traceId={trace_id}>
        {name === '' ? 'unnamed' : name}
      </TraceLink>
    ),
  },
  {
    id: 'state',
    label: 'State',
    width: 82,
    orderBy: 'status',
    render: ({ state }) => <StateBadge state={state} />,
  },
  {
    id: 'request',
    label: 'Request',
    width: 150,
    isGrowing: true,
    render: ({ request_preview: text }) => <Preview text={text} role="user" />,
  },
  {
    id: 'response',
    label: 'Response',
    width: 150,
    isGrowing: true,
    render: ({ response_preview: text }) => <Preview text={text} role="assistant" />,
  },
  {
    id: 'duration',
    label: 'Duration',
    width: 84,
    isFigure: true,
    orderBy: 'execution_time',
    render: ({ duration_nano: nanos }) => formatDuration(nanosToMs(nanos)),
  },
  {
    id: 'tokens',
    label: 'Tokens',
    width: 70,
    isFigure: true,
    render: ({ tokens }) => tokens && formatCount(tokens.total),
  },
  {
    id: 'cost',
    label: 'Cost',
    width: 78,
    isFigure: true,
    render: ({ cost }) => cost && formatCost(cost.total),
  },
  {
    id: 'assessments',
    label: 'Assessments',
    width: 180,
    render: ({ assessments }) => <AssessmentBadges assessments={assessments} />,
  },
  {
    id: 'models',
    label: 'Models',
    width: 140,
    render: ({ models }) => models.join(', '),
  },
  {
    id: 'user',
    label: 'User',
    width: 140,
    render: ({ user_id: user }) => user,
  },
  {
    id: 'session',
    label: 'Session',
    width: 130,
    render: ({ experiment_id: experimentId, session_id: sessionId }) =>
      sessionId !== undefined && (
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
  {
    id: 'tags',
    label: 'Tags',
    width: 190,
    render: ({ tags }) =>
      Object.entries(tags)
        .filter(([key]) => !OWN_TAG.test(key))
        .map(([key, value]) => (
          <Tooltip key={key} label={`${key}: ${value}`}>
            <Badge size="sm" variant="default" tt="none" fw={500} mr={4}>
              {key}: {value}
            </Badge>
          </Tooltip>
        )),
  },
  {
    id: 'spans',
    label: 'Spans',
    width: 68,
    isFigure: true,
    render: ({ span_count: count }) => formatCount(count),
  },
  {
    id: 'prompts',
    label: 'Prompt version',
    width: 150,
    render: ({ prompt_versions: versions }) => versions.join(', '),
  },
  {
    id: 'versions',
    label: 'Version',
    width: 150,
    render: ({ logged_models: models }) => models.join(', '),
  },
  {
    id: 'id',
    label: 'Trace id',
    width: 270,
    render: ({ trace_id: id }) => <span className="tabular">{id}</span>,
  },
];

export const USUAL_LAYOUT: ColumnLayout = {
  order: TRACE_COLUMNS.map(({ id }) => id),
  hidden: ['models', 'user', 'session', 'spans', 'prompts', 'versions', 'id', 'tags'],
  widths: {},
};

/** The columns that a layout shows, in its order and widths. */
export function shownColumns({ order, hidden, widths }: ColumnLayout): readonly TraceColumn[] {
  return order
    .filter((id) => !hidden.includes(id))
    .map((id) => TRACE_COLUMNS.find((column) => column.id === id))
    .filter((column) => column !== undefined)
    .map((column) => ({ ...column, width: widths[column.id] ?? column.width }));
}

function Preview({
  text = '',
  role,
}: {
  readonly text: string | undefined;
  readonly role: 'user' | 'assistant';
}) {
  const words = readableText(text, role);
  return <span title={words}>{words}</span>;
}
