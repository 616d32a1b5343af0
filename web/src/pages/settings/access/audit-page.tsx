import { Button, Code, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { auditQuery, type AuditEntry } from '../../../api/access.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';

const TYPING_MS = 300;

const COLUMNS: readonly Column<AuditEntry>[] = [
  { label: 'Time', width: 170, render: ({ time }) => formatTime(time) },
  { label: 'Who', render: ({ actor, actor_kind: kind }) => (kind === 'key' ? `key “${actor}”` : actor) },
  { label: 'Did', render: ({ action }) => <Code>{action}</Code> },
  { label: 'To', render: ({ target }) => (target === '{}' ? '' : <Code>{target}</Code>) },
  { label: 'Outcome', width: 90, render: ({ outcome }) => outcome },
  { label: 'From', width: 120, render: ({ address }) => address },
];

/** What was done in the workspace, and what was refused. */
export function AuditPage() {
  const [actor, setActor] = useState('');
  const [action, setAction] = useState('');
  const [askedActor] = useDebouncedValue(actor, TYPING_MS);
  const [askedAction] = useDebouncedValue(action, TYPING_MS);
  const audit = useInfiniteQuery(auditQuery(askedActor, askedAction));
  return (
    <Section
      title="Audit log"
      description="Every change that somebody who was signed in made here, and what was refused; the newest first."
    >
      <Group mb="sm">
        <TextInput
          size="xs"
          aria-label="Who"
          placeholder="Who: a name, whole"
          value={actor}
          onChange={(event) => setActor(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          aria-label="Did"
          placeholder="Did: DELETE, /prompts …"
          value={action}
          onChange={(event) => setAction(event.currentTarget.value)}
        />
      </Group>
      <QueryView query={audit} lines={6}>
        {({ pages }) => {
          const rows = pages.flatMap(({ entries }) => entries);
          return rows.length === 0 ? (
            <EmptyState title="Nothing is written down">
              Entries come with the first change of somebody who is signed in.
            </EmptyState>
          ) : (
            <DataTable
              label="Audit log"
              rows={rows}
              columns={COLUMNS}
              keyOf={(entry) => `${entry.time} ${entry.actor} ${entry.action} ${entry.target}`}
              minWidth={900}
            />
          );
        }}
      </QueryView>
      {audit.hasNextPage && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </Section>
  );
}
