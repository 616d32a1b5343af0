import { coresFor, type CostModel } from './cost-model.ts';

/** What an installation has to bear. */
export interface Target {
  readonly spansPerSecond: number;
  readonly spanBytes: number;
  /** Spans that are kept. */
  readonly storedSpans: number;
  readonly judgeCallsPerDay: number;
}

export interface Measured {
  readonly costs: CostModel;
  /** On the disk of ClickHouse, after merges, for each byte of a span. */
  readonly storedBytesPerByte: number;
  /** In the log of one broker, for each byte of a span. */
  readonly logBytesPerByte: number;
  readonly cpuSecondsPerVerdict: number;
}

/** A pod of a Node service has one thread that works: more than this and its queue grows. */
const CORES_OF_A_POD = 0.6;
/** What a server may use of its cores for long, merges and queries beside. */
const SHARE_OF_A_SERVER = 0.5;
const LOG_DAYS = 7;
const COPIES = { kafka: 3, clickhouse: 2 };
const PODS = ['ingest', 'writer', 'query-api', 'registry', 'evaluator'];
const GIGABYTE = 1e9;
const SECONDS_OF_A_DAY = 86_400;

export interface PlanRow {
  readonly part: string;
  readonly cores: number;
  readonly pods?: number;
  readonly diskGb?: number;
}

/** What each part needs, copies included. */
export function planFor(target: Target, measured: Measured): readonly PlanRow[] {
  const bytesPerSecond = target.spansPerSecond * target.spanBytes;
  const judging = (target.judgeCallsPerDay / SECONDS_OF_A_DAY) * measured.cpuSecondsPerVerdict;
  const cores = coresFor(measured.costs, target.spansPerSecond, target.spanBytes);
  const disk: Readonly<Record<string, number>> = {
    Kafka: bytesPerSecond * measured.logBytesPerByte * LOG_DAYS * SECONDS_OF_A_DAY * COPIES.kafka,
    ClickHouse: target.storedSpans * target.spanBytes * measured.storedBytesPerByte * COPIES.clickhouse,
  };
  return Object.entries(cores).map(([part, busy]) => {
    const work = busy + (part === 'evaluator' ? judging : 0);
    const gigabytes = disk[part];
    const copies = part === 'Kafka' ? COPIES.kafka : part === 'ClickHouse' ? COPIES.clickhouse : 1;
    return {
      part,
      ...(PODS.includes(part)
        ? { cores: rounded(work), pods: Math.ceil(work / CORES_OF_A_POD) }
        : { cores: rounded((work / SHARE_OF_A_SERVER) * copies) }),
      ...(gigabytes !== undefined && { diskGb: Math.round(gigabytes / GIGABYTE) }),
    };
  });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
