import { BarChart, LineChart } from '@mantine/charts';
import { ColorSwatch, Group, Table, Text } from '@mantine/core';
import classes from './time-chart.module.css';

/** One place on the time axis: when it begins, what it is called, and a number for each series. */
export interface Point {
  readonly [series: string]: number | string | undefined;
  readonly begin: number;
  readonly label: string;
}

export interface ChartSeries {
  readonly name: string;
  /** A colour of the theme. */
  readonly color: string;
}

interface TimeChartProps {
  /** What it shows, for those who don't see it; the table beside it has the numbers. */
  readonly label: string;
  readonly kind: 'bars' | 'lines';
  readonly points: Point[];
  readonly series: readonly ChartSeries[];
  readonly format: (value: number) => string;
  /** Of the axis of figures; what the figures span when absent. */
  readonly domain?: readonly [number, number];
  /** Told which bucket was clicked, of bars. */
  readonly onChosen?: (begin: number) => void;
}

const HEIGHT = 220;
const keyOf = (index: number): string => `series${index}`;

/** Figures over time as stacked bars or lines. */
export function TimeChart({ label, kind, points, series, format, domain, onChosen }: TimeChartProps) {
  const choose = (_bar: unknown, index: number): void => {
    const point = points[index];
    if (point !== undefined) onChosen?.(point.begin);
  };
  // Keys of our own: the library reads a dot in the name of a series as a path into the data.
  const data = points.map((point) => ({
    label: point.label,
    ...Object.fromEntries(series.map(({ name }, index) => [keyOf(index), point[name]])),
  }));
  const common = {
    h: HEIGHT,
    data,
    dataKey: 'label',
    series: series.map(({ name, color }, index) => ({ name: keyOf(index), label: name, color })),
    valueFormatter: format,
    tickLine: 'none' as const,
    gridAxis: 'x' as const,
    xAxisProps: {
      interval: 'equidistantPreserveStart' as const,
      minTickGap: 20,
      // Dots at the ends are whole.
      ...(kind === 'lines' && { padding: { left: 6, right: 6 } }),
    },
    yAxisProps: {
      width: 64,
      ...(kind === 'lines' && { padding: { top: 6 } }),
      ...(domain && { domain: [...domain] }),
    },
    tooltipAnimationDuration: 0,
  };
  return (
    <>
      <div
        role="img"
        aria-label={`${label}, over time: ${series.map(({ name }) => name).join(', ')}`}
        className={`${classes.chart} ${onChosen === undefined ? '' : classes.clickable}`}
      >
        {kind === 'bars' ? (
          <BarChart
            {...common}
            type="stacked"
            barChartProps={{ accessibilityLayer: false }}
            barProps={{ isAnimationActive: false, onClick: choose }}
          />
        ) : (
          <LineChart
            {...common}
            curveType="linear"
            strokeWidth={1.75}
            withDots={points.length < 20}
            connectNulls
            lineChartProps={{ accessibilityLayer: false }}
            lineProps={{ isAnimationActive: false }}
          />
        )}
      </div>
      {series.length > 1 && <Legend series={series} />}
    </>
  );
}

/** Of our own: it takes the height that its names need, and the chart is not drawn anew for it. */
function Legend({ series }: Pick<TimeChartProps, 'series'>) {
  return (
    <Group gap="sm" justify="flex-end" aria-hidden>
      {series.map(({ name, color }) => (
        <Group key={name} gap={5} wrap="nowrap">
          <ColorSwatch
            color={`var(--mantine-color-${color.replace('.', '-')})`}
            size={9}
            withShadow={false}
          />
          <Text size="xs">{name}</Text>
        </Group>
      ))}
    </Group>
  );
}

/** The same figures as a table; buckets without any are left out. */
export function TimeTable({
  label,
  points,
  series,
  format,
}: Omit<TimeChartProps, 'kind' | 'domain' | 'onChosen'>) {
  const rows = points.filter((point) =>
    series.some(({ name }) => typeof point[name] === 'number' && point[name] !== 0),
  );
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={`${label} as a table`}>
      <Table stickyHeader fz="xs" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>From</Table.Th>
            {series.map(({ name }) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((point) => (
            <Table.Tr key={point.begin}>
              <Table.Td className="tabular">{point.label}</Table.Td>
              {series.map(({ name }) => (
                <Table.Td key={name} ta="right" className="tabular">
                  {typeof point[name] === 'number' ? format(point[name]) : '–'}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
