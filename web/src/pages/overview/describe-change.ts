import { formatPercent } from '../../components/format.ts';

/** How a figure stands to that of the period before. */
export interface Change {
  readonly text: string;
  /** 0.5 for half as much again; undefined where there is nothing to compare with. */
  readonly ratio?: number;
}

/** A period with fewer traces says nothing about how the traffic usually is. */
const FEWEST_TRACES = 10;
/** From here on a percentage is hard to read. */
const MANY_TIMES = 10;

interface Figures {
  readonly value: number | undefined;
  readonly previous: number | undefined;
  /** Traces of the period before. */
  readonly previousTraces: number | undefined;
  readonly format: (value: number) => string;
}

/** Says nothing in numbers of a period before that was empty or nearly so. */
export function describeChange({ value, previous, previousTraces = 0, format }: Figures): Change {
  if (value === undefined) return { text: 'nothing to compare' };
  if (previousTraces === 0) return { text: value === 0 ? 'nothing to compare' : 'new' };
  if (previousTraces < FEWEST_TRACES) return { text: 'too few before' };
  if (previous === undefined || previous === 0) return { text: value === 0 ? 'none before' : 'new' };
  const ratio = value / previous - 1;
  const amount =
    ratio >= MANY_TIMES ? `${Math.round(value / previous)} times` : formatPercent(Math.abs(ratio));
  return { text: `${ratio >= 0 ? '▲' : '▼'} ${amount} from ${format(previous)}`, ratio };
}
