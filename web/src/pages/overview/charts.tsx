import { useQuery } from '@tanstack/react-query';
import { useTraffic } from '../../app/use-traffic.ts';
import { formatCost, formatCount, formatDuration, formatPercent } from '../../components/format.ts';
import { seriesColour } from '../../components/time-chart/series-colour.ts';
import { costOverTimeQuery, scoresOverTimeQuery, trafficOverTimeQuery } from './overview-queries.ts';
import { groupsOf } from './series.ts';
import { TimePanel } from './time-panel.tsx';

const NO_TRACES = 'No traces in this time with this filter. Choose a longer time, or clear the filter.';

export function TrafficChart() {
  return (
    <TimePanel
      title="Traces and errors"
      query={useQuery(trafficOverTimeQuery(useTraffic()))}
      empty={NO_TRACES}
      kind="bars"
      format={formatCount}
      seriesOf={() => [
        { name: 'Without error', color: 'water.6' },
        { name: 'Errors', color: 'red.7' },
      ]}
      valuesOf={({ measures: { count = 0, errors = 0 } }) => ({
        'Without error': count - errors,
        Errors: errors,
      })}
    />
  );
}

export function LatencyChart() {
  return (
    <TimePanel
      title="Latency"
      query={useQuery(trafficOverTimeQuery(useTraffic()))}
      empty={NO_TRACES}
      kind="lines"
      format={formatDuration}
      seriesOf={() => [
        { name: 'p50', color: 'water.7' },
        { name: 'p90', color: 'orange.6' },
        { name: 'p99', color: 'violet.5' },
      ]}
      valuesOf={({ measures }) => ({
        p50: measures['latency.p50'],
        p90: measures['latency.p90'],
        p99: measures['latency.p99'],
      })}
    />
  );
}

const TOKEN_KINDS = [
  { name: 'Input', measure: 'tokens.input' },
  { name: 'Read from cache', measure: 'tokens.cache_read' },
  { name: 'Written to cache', measure: 'tokens.cache_write' },
  { name: 'Output', measure: 'tokens.output' },
  { name: 'Reasoning', measure: 'tokens.reasoning' },
] as const;

export function TokensChart() {
  return (
    <TimePanel
      title="Tokens"
      query={useQuery(trafficOverTimeQuery(useTraffic()))}
      empty={NO_TRACES}
      kind="bars"
      format={formatCount}
      seriesOf={(rows) =>
        TOKEN_KINDS.filter(({ measure }) => rows.some(({ measures }) => (measures[measure] ?? 0) > 0)).map(
          ({ name }) => ({
            name,
            color: seriesColour(TOKEN_KINDS.findIndex((kind) => kind.name === name)),
          }),
        )
      }
      valuesOf={({ measures }) =>
        Object.fromEntries(TOKEN_KINDS.map(({ name, measure }) => [name, measures[measure]]))
      }
    />
  );
}

export function CostChart() {
  return (
    <TimePanel
      title="Cost by model"
      query={useQuery(costOverTimeQuery(useTraffic()))}
      empty="No call of a model with a known price. Prices are set under Settings, or by PUT /api/v1/model-prices."
      kind="bars"
      format={formatCost}
      seriesOf={(rows) =>
        groupsOf(rows, 'model').map((name, index) => ({ name, color: seriesColour(index) }))
      }
      valuesOf={({ dimensions, measures }) => ({ [String(dimensions['model'])]: measures['cost'] })}
    />
  );
}

export function ScoresChart() {
  return (
    <TimePanel
      title="Scores: share that passes"
      query={useQuery(scoresOverTimeQuery(useTraffic()))}
      empty="Nothing was said about these traces yet: neither by people nor by judges. Start a scorer, or evaluate them."
      kind="lines"
      format={formatPercent}
      seriesOf={(rows) =>
        groupsOf(
          rows.filter(({ measures }) => measures['pass_rate'] !== undefined),
          'assessment_name',
        ).map((name, index) => ({ name, color: seriesColour(index) }))
      }
      valuesOf={({ dimensions, measures }) => ({
        [String(dimensions['assessment_name'])]: measures['pass_rate'],
      })}
    />
  );
}
