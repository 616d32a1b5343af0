import { Anchor, NativeSelect, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { signInQuery } from '../../api/sign-in.ts';
import { outlineQuery } from '../../api/trace-detail.ts';
import { NOTEBOOK_PATH } from '../../app/framed.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { QueryView } from '../../components/query-view.tsx';
import classes from './notebook-page.module.css';
import { NotebookTrace } from './notebook-trace.tsx';

const route = getRouteApi(NOTEBOOK_PATH);
/** The client shows a trace before all of it is sent. */
const ON_ITS_WAY_MS = 500;
const ASKED_FOR = 40;

/** What MLflow's client shows below a cell: the traces that the cell made. Nothing can be changed here, for it stands in pages of others. */
export function NotebookPage() {
  const { trace_id: traceIds } = route.useSearch();
  const { data: signIn } = useQuery(signInQuery);
  const [chosen, choose] = useState(traceIds[0]);
  if (signIn?.is_signed_in === false) return <SignInElsewhere />;
  if (chosen === undefined) {
    return <EmptyState title="No trace">The address names none: it needs trace_id.</EmptyState>;
  }
  return (
    <main className={classes.page}>
      {traceIds.length > 1 && (
        <NativeSelect
          size="xs"
          className={classes.choice}
          aria-label="Trace"
          data={traceIds.map((id, index) => ({
            value: id,
            label: `${index + 1} of ${traceIds.length}: ${id}`,
          }))}
          value={chosen}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      )}
      <Outline key={chosen} traceId={chosen} />
    </main>
  );
}

function Outline({ traceId }: { readonly traceId: string }) {
  const outline = useQuery({
    ...outlineQuery(traceId),
    retry: (failures, error) => error instanceof Problem && error.status === 404 && failures < ASKED_FOR,
    retryDelay: ON_ITS_WAY_MS,
  });
  if (outline.data !== undefined) return <NotebookTrace outline={outline.data} />;
  return (
    <QueryView query={outline} lines={8}>
      {() => null}
    </QueryView>
  );
}

/** No password is asked for in a frame. */
function SignInElsewhere() {
  return (
    <main>
      <Title order={1} size="h4" ta="center" mt="lg">
        Nobody is signed in
      </Title>
      <EmptyState title="Sign in to see this trace">
        <Anchor href="/" target="_blank" rel="noreferrer">
          Sign in to Millrace
        </Anchor>{' '}
        in a tab of its own, then run the cell again.
      </EmptyState>
    </main>
  );
}
