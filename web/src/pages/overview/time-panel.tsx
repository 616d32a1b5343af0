import type { UseQueryResult } from '@tanstack/react-query';
import { useTraffic } from '../../app/use-traffic.ts';
import { narrowToBucket } from './narrow.ts';
import { Panel } from './panel.tsx';
import type { Overview } from './overview-queries.ts';
import { pointsOf } from './series.ts';
import { TimeChart, TimeTable, type ChartSeries } from '../../components/time-chart/time-chart.tsx';
import type { FigureRow } from '../../api/analytics.ts';

interface TimePanelProps {
  readonly title: string;
  readonly query: UseQueryResult<Overview>;
  readonly empty: string;
  readonly kind: 'bars' | 'lines';
  readonly format: (value: number) => string;
  readonly seriesOf: (rows: readonly FigureRow[]) => readonly ChartSeries[];
  /** What a row says, by the names of the series. */
  readonly valuesOf: (row: FigureRow) => Readonly<Record<string, number | undefined>>;
}

/** A chart over time with its table; a click on a bar shows its time alone. */
export function TimePanel({ title, query, empty, kind, format, seriesOf, valuesOf }: TimePanelProps) {
  const traffic = useTraffic();
  const drawingOf = ({ rows, axis }: Overview) => {
    const series = seriesOf(rows);
    const missing = kind === 'bars' ? Object.fromEntries(series.map(({ name }) => [name, 0])) : {};
    return { label: title, format, series, points: pointsOf(rows, { axis, valuesOf, missing }) };
  };
  return (
    <Panel
      title={title}
      query={query}
      empty={empty}
      table={(overview) => <TimeTable {...drawingOf(overview)} />}
    >
      {(overview) => (
        <TimeChart
          {...drawingOf(overview)}
          kind={kind}
          onChosen={(begin) => narrowToBucket(traffic, begin, overview.axis)}
        />
      )}
    </Panel>
  );
}
