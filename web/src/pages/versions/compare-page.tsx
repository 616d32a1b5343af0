import { Anchor, Switch, Table, VisuallyHidden } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { loggedModelQuery, type LoggedModel } from '../../api/logged-models.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { TrafficBar } from '../../components/traffic-bar/traffic-bar.tsx';
import classes from './compare-page.module.css';
import { compareModels, keyedRows, rowOf, type ComparedPart } from './compare-rows.ts';
import { formatScore } from './format-score.ts';
import { modelTrafficQuery, type ModelTraffic } from './model-traffic.ts';
import { FIGURES } from './traffic-cards.tsx';
import { idsOf, MOST_COMPARED } from './versions-search.ts';

const route = getRouteApi('/experiments/$experimentId/versions/compare');

/** Two to four versions side by side: what they are made of, what they did, how that was judged. */
export function ComparePage() {
  const { experimentId, search } = useTraffic();
  const ids = idsOf(route.useSearch().models).slice(0, MOST_COMPARED);
  const [isBrief, setBrief] = useState(false);
  const found = useQueries({ queries: ids.map(loggedModelQuery) });
  const { data: figures } = useQuery(modelTrafficQuery(experimentId, search));
  const fault = found.find(({ isError }) => isError);
  const askAgain = (): void => {
    for (const { isError, refetch } of found) if (isError) void refetch();
  };
  const models = found.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return (
    <Page
      title="Compare versions"
      bar={<TrafficBar />}
      actions={
        <Switch
          size="xs"
          label="Differences only"
          checked={isBrief}
          onChange={(event) => setBrief(event.currentTarget.checked)}
        />
      }
    >
      {fault !== undefined && <ProblemNotice error={fault.error} onRetry={askAgain} />}
      {ids.length < 2 ? (
        <EmptyState title="Choose two to four versions">
          <Anchor
            component={Link}
            to="/experiments/$experimentId/versions"
            params={{ experimentId } as never}
          >
            In the list of versions
          </Anchor>{' '}
          tick those to compare.
        </EmptyState>
      ) : (
        <ComparedTable
          experimentId={experimentId}
          models={models}
          parts={[...compareModels(models), ...trafficParts(models, figures)]}
          isBrief={isBrief}
        />
      )}
    </Page>
  );
}

function trafficParts(
  models: readonly LoggedModel[],
  figures: ReadonlyMap<string, ModelTraffic> | undefined,
): ComparedPart[] {
  const known = models.map(({ model_id: id }) => figures?.get(id));
  const traffic = FIGURES.map(([label, measure, format]) =>
    rowOf(
      label,
      known.map((each) => {
        const value = each?.measures[measure];
        return value === undefined ? undefined : format(value);
      }),
    ),
  );
  const scores = known.map((each) =>
    Object.fromEntries([...(each?.scores ?? [])].map(([name, score]) => [name, formatScore(score)])),
  );
  return [
    { title: 'Traffic', rows: traffic },
    { title: 'Scores', rows: keyedRows(scores) },
  ].filter(({ rows }) => rows.length > 0);
}

interface ComparedTableProps {
  readonly experimentId: string;
  readonly models: readonly LoggedModel[];
  readonly parts: readonly ComparedPart[];
  readonly isBrief: boolean;
}

function ComparedTable({ experimentId, models, parts, isBrief }: ComparedTableProps) {
  return (
    <Table.ScrollContainer minWidth={240 + 180 * models.length}>
      <Table bg="var(--surface)" aria-label="Versions side by side" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={220}>
              <VisuallyHidden>Property</VisuallyHidden>
            </Table.Th>
            {models.map(({ model_id: modelId, name }) => (
              <Table.Th key={modelId}>
                <Anchor
                  component={Link}
                  size="sm"
                  to="/experiments/$experimentId/versions/$modelId"
                  params={{ experimentId, modelId } as never}
                >
                  {name}
                </Anchor>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {parts.map(({ title, rows }) => (
          <Table.Tbody key={title}>
            <Table.Tr>
              <Table.Th colSpan={models.length + 1} scope="colgroup" className={classes.part}>
                {title}
              </Table.Th>
            </Table.Tr>
            {rows
              .filter(({ isDifferent }) => isDifferent || !isBrief)
              .map(({ label, values, isDifferent }) => (
                <Table.Tr key={label} className={isDifferent ? classes.different : undefined}>
                  <Table.Th scope="row" fw={500}>
                    {label}
                  </Table.Th>
                  {values.map((value, position) => (
                    <Table.Td key={position} className={`tabular ${classes.value ?? ''}`}>
                      {value ?? '–'}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
          </Table.Tbody>
        ))}
      </Table>
    </Table.ScrollContainer>
  );
}
