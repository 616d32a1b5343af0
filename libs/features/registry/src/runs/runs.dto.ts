import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import {
  RUN_STATUSES,
  type DatasetInput,
  type KeyValue,
  type MetricPoint,
  type RunDetails,
  type RunStatus,
} from '@millrace/runs';
import type { HistoryPage } from './metrics/metric-history.service.ts';

const SPECIAL = ['NaN', 'Infinity', '-Infinity'] as const;
const key = z.string().min(1).max(250);
const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const number = z
  .union([z.number(), z.enum(SPECIAL)])
  .transform(Number)
  .describe('What JSON has no number for is a word');
const pageToken = z.string().optional().describe('next_page_token of the page before');
const tags = z.record(key, z.string().max(8000));

export const listRunsQuery = z.object({
  experiment_id: z.string().describe('One or more, separated by commas'),
  filter: z
    .string()
    .default('')
    .describe("For example: metrics.accuracy > 0.9 AND (params.model = 'a' OR tags.env = 'prod')"),
  order_by: z
    .string()
    .optional()
    .describe(
      'Comma-separated: start_time, end_time, run_name, status, metrics.<key>, params.<key>, tags.<key>, each with ASC or DESC',
    ),
  stage: z.enum(['active', 'deleted', 'all']).default('active'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: pageToken,
});
export type ListRunsQuery = z.output<typeof listRunsQuery>;

export const createRunBody = z.object({
  experiment_id: z.string(),
  name: z.string().max(500).optional().describe('One is invented if absent'),
  user_id: z.string().max(256).optional(),
  start_time: time.optional().describe('Now if absent'),
  tags: tags.default({}),
});
export type CreateRunBody = z.output<typeof createRunBody>;

export const updateRunBody = z.object({
  name: z.string().min(1).max(500).optional(),
  status: z.enum(RUN_STATUSES).optional(),
  end_time: time.optional(),
});
export type UpdateRunBody = z.output<typeof updateRunBody>;

export const logRunBody = z.object({
  metrics: z
    .array(
      z.object({
        key,
        value: number,
        timestamp: time.optional().describe('Now if absent'),
        step: z.number().int().default(0),
        model_id: z.string().max(64).optional().describe('A logged model that it was measured on'),
      }),
    )
    .max(1000)
    .default([]),
  params: z
    .record(key, z.string().max(6000))
    .default({})
    .describe('Written once: the same value again is fine'),
  tags: tags.default({}),
});
export type LogRunBody = z.output<typeof logRunBody>;

export const metricHistoryQuery = z.object({
  key: key.describe('Of the metric'),
  limit: z.coerce.number().int().min(1).max(25_000).default(1000),
  page_token: pageToken,
});
export type MetricHistoryQuery = z.output<typeof metricHistoryQuery>;

const VALUE = {
  oneOf: [{ type: 'number' }, { type: 'string', enum: [...SPECIAL] }],
  description: 'What JSON has no number for is a word',
};
const STRINGS = { type: Object, additionalProperties: { type: 'string' } };

/** One value of a metric. */
export class MetricPointDto {
  @ApiProperty(VALUE)
  readonly value: number | string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly timestamp: string;

  @ApiProperty({ type: Number })
  readonly step: number;

  constructor({ value, timestamp, step }: MetricPoint) {
    this.value = Number.isFinite(value) ? value : String(value);
    this.timestamp = new Date(timestamp).toISOString();
    this.step = step;
  }
}

/** The latest value of a metric. */
export class RunMetricDto extends MetricPointDto {
  @ApiProperty({ type: String })
  readonly key: string;

  constructor(point: MetricPoint) {
    super(point);
    this.key = point.key;
  }
}

/** A dataset that a run read. */
export class RunDatasetDto {
  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly digest: string;

  @ApiProperty({ type: String })
  readonly source_type: string;

  @ApiProperty({ type: String })
  readonly source: string;

  @ApiProperty(STRINGS)
  readonly tags: Readonly<Record<string, string>>;

  constructor({ dataset, tags: given }: DatasetInput) {
    this.name = dataset.name;
    this.digest = dataset.digest;
    this.source_type = dataset.sourceType;
    this.source = dataset.source;
    this.tags = toRecord(given);
  }
}

/** A run as `/api/v1` tells it. */
export class RunDto {
  @ApiProperty({ type: String, example: '5a131dc4c49d48ec962839543d473e11' })
  readonly run_id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly user_id: string;

  @ApiProperty({ enum: RUN_STATUSES })
  readonly status: RunStatus;

  @ApiProperty({ enum: ['active', 'deleted'] })
  readonly lifecycle_stage: 'active' | 'deleted';

  @ApiProperty({ type: String, format: 'date-time' })
  readonly start_time: string;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Absent while it runs' })
  readonly end_time?: string;

  @ApiProperty({ type: String })
  readonly artifact_uri: string;

  @ApiProperty(STRINGS)
  readonly tags: Readonly<Record<string, string>>;

  @ApiProperty(STRINGS)
  readonly params: Readonly<Record<string, string>>;

  @ApiProperty({ type: () => [RunMetricDto], description: 'The latest value of each' })
  readonly metrics: readonly RunMetricDto[];

  @ApiProperty({ type: () => [RunDatasetDto] })
  readonly datasets: readonly RunDatasetDto[];

  @ApiProperty({ type: [String], description: 'Logged models that it read' })
  readonly input_model_ids: readonly string[];

  @ApiProperty({ type: [String], description: 'Logged models that it made' })
  readonly output_model_ids: readonly string[];

  constructor(run: RunDetails) {
    this.run_id = run.runId;
    this.experiment_id = String(run.experimentId);
    this.name = run.name;
    this.user_id = run.userId;
    this.status = run.status;
    this.lifecycle_stage = run.lifecycleStage;
    this.start_time = new Date(run.startTime).toISOString();
    if (run.endTime !== undefined) this.end_time = new Date(run.endTime).toISOString();
    this.artifact_uri = run.artifactUri;
    this.tags = toRecord(run.tags);
    this.params = toRecord(run.params);
    this.metrics = run.metrics.map((point) => new RunMetricDto(point));
    this.datasets = run.datasetInputs.map((input) => new RunDatasetDto(input));
    this.input_model_ids = run.modelInputs;
    this.output_model_ids = [...new Set(run.modelOutputs.map(({ modelId }) => modelId))];
  }
}

export class RunPageDto {
  @ApiProperty({ type: () => [RunDto] })
  readonly runs: readonly RunDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(runs: readonly RunDetails[], nextPageToken: string | undefined) {
    this.runs = runs.map((run) => new RunDto(run));
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}

export class MetricHistoryDto {
  @ApiProperty({ type: () => [MetricPointDto], description: 'By time, step and value' })
  readonly points: readonly MetricPointDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor({ points, nextPageToken }: HistoryPage) {
    this.points = points.map((point) => new MetricPointDto(point));
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}

function toRecord(pairs: readonly KeyValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.map((pair) => [pair.key, pair.value]));
}
