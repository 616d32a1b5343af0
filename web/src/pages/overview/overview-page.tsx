import '@mantine/charts/styles.layer.css';
import { Stack } from '@mantine/core';
import { Page } from '../../components/page.tsx';
import { TrafficBar } from '../../components/traffic-bar/traffic-bar.tsx';
import { CostChart, LatencyChart, ScoresChart, TokensChart, TrafficChart } from './charts.tsx';
import { FigureCards } from './figure-cards.tsx';
import classes from './overview.module.css';
import { ModelTable, ScoreTable, SpanNameTable, ToolTable } from './tables.tsx';

/** What the traffic of an experiment comes to. */
export function OverviewPage() {
  return (
    <Page title="Overview" bar={<TrafficBar />}>
      <Stack p="md" gap="md">
        <FigureCards />
        <div className={classes.panels}>
          <TrafficChart />
          <LatencyChart />
          <TokensChart />
          <CostChart />
          <ScoresChart />
          <ScoreTable />
          <ModelTable />
          <ToolTable />
          <SpanNameTable />
        </div>
      </Stack>
    </Page>
  );
}
