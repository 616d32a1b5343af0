import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { bareTraceId, outlineQuery } from '../../../api/trace-detail.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Page } from '../../../components/page.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { CompareView } from './compare-view.tsx';

const route = getRouteApi('/experiments/$experimentId/traces/compare');

/** Two traces side by side. */
export function CompareTracesPage() {
  const { left, right } = route.useSearch();
  return (
    <Page title="Compare traces" isFilling actions={<Choice key={`${left}/${right}`} />}>
      {left === undefined || right === undefined ? (
        <EmptyState title="Choose two traces">
          Paste the ids of two traces above. Spans of one name below the same stand beside each other.
        </EmptyState>
      ) : (
        <Comparison left={left} right={right} />
      )}
    </Page>
  );
}

function Comparison({ left, right }: { readonly left: string; readonly right: string }) {
  const one = useQuery(outlineQuery(left));
  const other = useQuery(outlineQuery(right));
  return (
    <QueryView query={one}>
      {(leftOutline) => (
        <QueryView query={other}>
          {(rightOutline) => <CompareView left={leftOutline} right={rightOutline} />}
        </QueryView>
      )}
    </QueryView>
  );
}

function Choice() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [left, setLeft] = useState(search.left ?? '');
  const [right, setRight] = useState(search.right ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [one, other] = [left, right].map((id) => bareTraceId(id.trim()));
    void navigate({ search: (all) => ({ ...all, left: one, right: other }) });
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs">
        <TextInput
          size="xs"
          w={200}
          aria-label="First trace"
          placeholder="Id of a trace"
          value={left}
          onChange={(event) => setLeft(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          w={200}
          aria-label="Second trace"
          placeholder="Id of another"
          value={right}
          onChange={(event) => setRight(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={left.trim() === '' || right.trim() === ''}>
          Compare
        </Button>
      </Group>
    </form>
  );
}
