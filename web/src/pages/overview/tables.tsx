import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FigureRow } from '../../api/analytics.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { formatCost, formatCount, formatDuration, formatPercent } from '../../components/format.ts';
import { narrowTo, quoted } from './narrow.ts';
import { modelsQuery, scoresQuery, spanNamesQuery, toolsQuery, type Overview } from './overview-queries.ts';
import classes from './overview.module.css';
import { Panel } from './panel.tsx';

const MIN_WIDTH = 380;

function figure(label: string, measure: string, format: (value: number) => string): Column<FigureRow> {
  return {
    label,
    isFigure: true,
    render: ({ measures }) => (measures[measure] === undefined ? '–' : format(measures[measure])),
  };
}

/** The name of a group, which shows its traces alone when it is chosen. */
function useNarrowing(
  label: string,
  dimension: string,
  toCondition: (value: string) => string,
): Column<FigureRow> {
  const traffic = useTraffic();
  return {
    label,
    render: ({ dimensions }) => {
      const value = String(dimensions[dimension]);
      return (
        <Anchor
          component="button"
          type="button"
          ta="left"
          fz="inherit"
          title="Show the traces with it alone"
          onClick={() => narrowTo(traffic, toCondition(value))}
        >
          {value}
        </Anchor>
      );
    },
  };
}

const COUNT = figure('Calls', 'count', formatCount);
const ERROR_RATE = figure('Errors', 'error_rate', formatPercent);
const P50 = figure('p50', 'latency.p50', formatDuration);
const P95 = figure('p95', 'latency.p95', formatDuration);

interface FigureTableProps {
  readonly label: string;
  readonly overview: Overview;
  readonly columns: readonly Column<FigureRow>[];
}

function FigureTable({ label, overview, columns }: FigureTableProps) {
  return (
    <div className={classes.figures}>
      <DataTable
        label={label}
        rows={overview.rows}
        columns={columns}
        keyOf={({ dimensions }) => Object.values(dimensions).join(' ')}
        minWidth={MIN_WIDTH}
      />
    </div>
  );
}

export function ModelTable() {
  const query = useQuery(modelsQuery(useTraffic()));
  const model = useNarrowing('Model', 'model', (value) => `model = ${quoted(value)}`);
  const columns = [
    model,
    COUNT,
    ERROR_RATE,
    P95,
    figure('First token', 'time_to_first_token.p50', formatDuration),
    figure('Tokens', 'tokens', formatCount),
    figure('Cost', 'cost', formatCost),
  ];
  return (
    <Panel title="Models" query={query} empty="No span of these traces names a model.">
      {(overview) => <FigureTable label="Models" overview={overview} columns={columns} />}
    </Panel>
  );
}

export function ToolTable() {
  const query = useQuery(toolsQuery(useTraffic()));
  const tool = useNarrowing('Tool', 'name', (value) => `span(type = 'TOOL' AND name = ${quoted(value)})`);
  return (
    <Panel title="Tool calls" query={query} empty="No span of these traces is the call of a tool.">
      {(overview) => (
        <FigureTable label="Tool calls" overview={overview} columns={[tool, COUNT, ERROR_RATE, P50, P95]} />
      )}
    </Panel>
  );
}

export function SpanNameTable() {
  const query = useQuery(spanNamesQuery(useTraffic()));
  const name = useNarrowing('Span', 'name', (value) => `span(name = ${quoted(value)})`);
  const type: Column<FigureRow> = { label: 'Type', render: ({ dimensions }) => String(dimensions['type']) };
  return (
    <Panel title="Spans" query={query} empty="No spans in this time with this filter.">
      {(overview) => (
        <FigureTable label="Spans" overview={overview} columns={[name, type, COUNT, ERROR_RATE, P50, P95]} />
      )}
    </Panel>
  );
}

export function ScoreTable() {
  const query = useQuery(scoresQuery(useTraffic()));
  const columns: readonly Column<FigureRow>[] = [
    { label: 'Name', render: ({ dimensions }) => String(dimensions['assessment_name']) },
    figure('Said', 'count', formatCount),
    figure('Passes', 'pass_rate', formatPercent),
    figure('Mean', 'value.avg', (value) => String(Number(value.toPrecision(3)))),
  ];
  return (
    <Panel title="Assessments" query={query} empty="Nothing was said about these traces yet.">
      {(overview) => <FigureTable label="Assessments" overview={overview} columns={columns} />}
    </Panel>
  );
}
