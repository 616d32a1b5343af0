import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { datasetQuery, recordsQuery, type DatasetRecord } from '../../api/datasets.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TraceLink } from '../../components/trace-link.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import { DeleteRecord } from './delete-record.tsx';
import { EditRecord } from './edit-record.tsx';

/** What is edited: a record, or a new one. */
type Edited = DatasetRecord | 'new' | undefined;

export function DatasetPage() {
  const { experimentId = '', datasetId = '' } = useParams({ strict: false });
  const dataset = useQuery(datasetQuery(datasetId));
  const records = useInfiniteQuery(recordsQuery(datasetId));
  const [edited, setEdited] = useState<Edited>();
  const rows = records.data?.pages.flatMap((page) => page.records) ?? [];
  return (
    <Page
      title={dataset.data?.name ?? 'Dataset'}
      isFilling
      actions={
        <Button size="xs" onClick={() => setEdited('new')}>
          Add a record
        </Button>
      }
    >
      <QueryView query={dataset}>
        {({ record_count: count }) =>
          count === 0 && rows.length === 0 ? (
            <EmptyState title="No record yet">
              Add one here, or choose traces on the page of traces and add them: what their roots were asked
              becomes the inputs, expectations of people come along.
            </EmptyState>
          ) : records.isError ? (
            <ProblemNotice error={records.error} onRetry={() => void records.refetch()} />
          ) : (
            <VirtualTable
              label={`${formatCount(count)} records`}
              rows={rows}
              columns={columnsOf(experimentId, setEdited)}
              keyOf={({ dataset_record_id: id }) => id}
              minWidth={760}
              onMore={
                records.hasNextPage && !records.isFetching ? () => void records.fetchNextPage() : undefined
              }
            />
          )
        }
      </QueryView>
      {edited !== undefined && (
        <EditRecord
          datasetId={datasetId}
          record={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}

function columnsOf(
  experimentId: string,
  onEdit: (record: DatasetRecord) => void,
): VirtualColumn<DatasetRecord>[] {
  return [
    { label: 'Inputs', width: '3fr', render: ({ inputs }) => <OneLine value={inputs} /> },
    {
      label: 'Expected',
      width: '2fr',
      render: ({ expectations }) => <OneLine value={expectations ?? undefined} />,
    },
    {
      label: 'From',
      width: '120px',
      render: ({ source }) => <Source experimentId={experimentId} source={source ?? {}} />,
    },
    {
      label: 'Actions',
      width: '120px',
      render: (record) => (
        <Group gap={6} wrap="nowrap">
          <Button size="compact-xs" variant="default" onClick={() => onEdit(record)}>
            Edit
          </Button>
          <DeleteRecord {...record} />
        </Group>
      ),
    },
  ];
}

function OneLine({ value }: { readonly value: unknown }) {
  return (
    <Text size="sm" truncate>
      {value === undefined ? '–' : inWords(value)}
    </Text>
  );
}

/** Fields by name, their texts unquoted: nobody reads braces. */
function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([name, field]) => `${name}: ${typeof field === 'string' ? field : JSON.stringify(field)}`)
    .join(' · ');
}

interface SourceProps {
  readonly experimentId: string;
  readonly source: Readonly<Record<string, unknown>>;
}

function Source({ experimentId, source }: SourceProps) {
  const data = source['source_data'];
  const traceId = typeof data === 'object' && data !== null ? Reflect.get(data, 'trace_id') : undefined;
  if (typeof traceId === 'string')
    return (
      <TraceLink experimentId={experimentId} traceId={traceId}>
        a trace
      </TraceLink>
    );
  const type = source['source_type'];
  return typeof type === 'string' && type !== '' ? type.toLowerCase() : '–';
}
