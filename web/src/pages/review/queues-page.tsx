import { Anchor, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.ts';
import {
  labelSchemasQuery,
  reviewQueuesQuery,
  type LabelSchema,
  type ReviewQueue,
} from '../../api/review.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Section } from '../../components/section.tsx';
import { AddQuestion } from './add-question.tsx';
import { CreateQueue } from './create-queue.tsx';
import { describeInput } from './describe-input.ts';

export function QueuesPage() {
  const { experimentId = '' } = useParams({ strict: false });
  return (
    <Page title="Review">
      <Queues experimentId={experimentId} />
      <Questions experimentId={experimentId} />
    </Page>
  );
}

interface OfExperiment {
  readonly experimentId: string;
}

function Queues({ experimentId }: OfExperiment) {
  const queues = useQuery(reviewQueuesQuery(experimentId));
  const [isCreating, { open, close }] = useDisclosure();
  return (
    <Section
      title="Queues"
      description="Traces that people are to look at, and what they are asked about each."
      actions={
        <Button size="xs" onClick={open}>
          New queue
        </Button>
      }
    >
      <QueryView query={queues} lines={3}>
        {({ review_queues: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No queue yet">
              Make one, then choose traces on the page of traces and send them here.
            </EmptyState>
          ) : (
            <DataTable
              label="Queues"
              rows={rows}
              columns={queueColumns(experimentId)}
              keyOf={({ queue_id: id }) => id}
            />
          )
        }
      </QueryView>
      <CreateQueue experimentId={experimentId} isOpen={isCreating} onClose={close} />
    </Section>
  );
}

function queueColumns(experimentId: string): Column<ReviewQueue>[] {
  return [
    {
      label: 'Name',
      render: ({ queue_id: queueId, name }) => (
        <Anchor
          component={Link}
          size="sm"
          to="/experiments/$experimentId/review/$queueId"
          params={{ experimentId, queueId } as never}
        >
          {name}
        </Anchor>
      ),
    },
    { label: 'Reviewers', render: ({ users }) => users.join(', ') || 'anyone' },
    { label: 'Made', render: ({ creation_time: time }) => formatTime(time) },
    { label: 'Actions', width: 60, render: (queue) => <DeleteQueue {...queue} /> },
  ];
}

function DeleteQueue({ queue_id: id, name }: ReviewQueue) {
  const deletion = useChange(
    () => dataOf(api.DELETE('/api/v1/review-queues/{queue_id}', { params: { path: { queue_id: id } } })),
    [['review-queues']],
  );
  return (
    <ConfirmButton label={`Delete the queue “${name}”`} deed={deletion}>
      What reviewers have answered stays on the traces.
    </ConfirmButton>
  );
}

const QUESTION_COLUMNS: readonly Column<LabelSchema>[] = [
  { label: 'Name', render: ({ name }) => name },
  { label: 'Asks', render: ({ instruction }) => instruction ?? '' },
  { label: 'Answer', render: ({ input }) => describeInput(input) },
  { label: 'Becomes', render: ({ kind }) => kind },
];

function Questions({ experimentId }: OfExperiment) {
  const schemas = useQuery(labelSchemasQuery(experimentId));
  const [isAdding, { open, close }] = useDisclosure();
  return (
    <Section
      title="Questions"
      description="What reviewers are asked: each answer becomes an assessment of its name."
      actions={
        <Button size="xs" variant="default" onClick={open}>
          New question
        </Button>
      }
    >
      <QueryView query={schemas} lines={2}>
        {({ label_schemas: rows }) => (
          <DataTable
            label="Questions"
            rows={rows}
            columns={QUESTION_COLUMNS}
            keyOf={({ schema_id: id }) => id}
          />
        )}
      </QueryView>
      <AddQuestion experimentId={experimentId} isOpen={isAdding} onClose={close} />
    </Section>
  );
}
