import { Badge, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { labelSchemasQuery, pendingItemsQuery, reviewQueueQuery } from '../../api/review.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { ReviewedTrace } from './reviewed-trace.tsx';

/** One trace after the other, until none is pending. */
export function QueuePage() {
  const { experimentId = '', queueId = '' } = useParams({ strict: false });
  const queue = useQuery(reviewQueueQuery(queueId));
  const items = useQuery(pendingItemsQuery(queueId));
  const schemas = useQuery(labelSchemasQuery(experimentId));
  const [reviewer, setReviewer] = useLocalStorage({ key: 'millrace.reviewer', defaultValue: '' });
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const pending = items.data?.items.filter(({ trace_id: id }) => !passed.has(id)) ?? [];
  const asked = schemas.data?.label_schemas.filter(
    ({ schema_id: id }) => queue.data?.kind === 'user' || queue.data?.schema_ids.includes(id),
  );
  return (
    <Page
      title={queue.data?.name ?? 'Queue'}
      actions={
        <>
          <Badge variant="light" tt="none">
            {formatCount(pending.length)}
            {items.data?.next_page_token === undefined ? '' : '+'} to review
          </Badge>
          <TextInput
            aria-label="Your name"
            placeholder="Your name"
            size="xs"
            value={reviewer}
            onChange={(event) => setReviewer(event.currentTarget.value)}
          />
        </>
      }
    >
      <QueryView query={items}>
        {() => {
          const [current] = pending;
          if (current === undefined)
            return (
              <EmptyState title="Nothing to review">
                Everything in this queue has been looked at. Choose traces on the page of traces to send more
                here.
              </EmptyState>
            );
          return (
            <ReviewedTrace
              key={current.trace_id}
              experimentId={experimentId}
              queueId={queueId}
              traceId={current.trace_id}
              questions={asked ?? []}
              reviewer={reviewer}
              onPassed={() => setPassed((ids) => new Set([...ids, current.trace_id]))}
            />
          );
        }}
      </QueryView>
    </Page>
  );
}
