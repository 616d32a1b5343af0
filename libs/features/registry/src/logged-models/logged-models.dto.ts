import { ApiProperty } from '@nestjs/swagger';
import { Rejected } from '@millrace/domain';
import { z } from 'zod';
import type { LoggedModelStatus } from './logged-model.entity.ts';
import type { DescribedModel } from './logged-models.service.ts';
import type { ModelMetric } from './model-metrics.ts';
import type { ModelOrder } from './search-logged-models.ts';

const STATUSES = ['PENDING', 'READY', 'FAILED'] as const;
const tags = z.record(z.string().min(1).max(250), z.string().max(1_000_000));
const params = z.record(z.string().min(1).max(250), z.string().max(6000));

export const listModelsQuery = z.object({
  experiment_id: z.string().describe('One, or several joined by commas'),
  filter: z.string().default('').describe("For example: name = 'assistant' AND metrics.accuracy > 0.8"),
  dataset_name: z.string().optional().describe('Metrics are compared on this dataset alone'),
  dataset_digest: z.string().optional().describe('On this version of it alone'),
  order_by: z
    .string()
    .optional()
    .describe(
      'Comma-separated: name, status, creation_time, last_updated_time, metrics.<key> …, each with ASC or DESC',
    ),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListModelsQuery = z.output<typeof listModelsQuery>;

export const createModelBody = z.object({
  experiment_id: z.string(),
  name: z.string().min(1).max(500).optional().describe('One is invented when absent'),
  model_type: z.string().max(500).optional(),
  source_run_id: z.string().max(64).optional(),
  params: params.default({}),
  tags: tags.default({}),
});
export type CreateModelBody = z.output<typeof createModelBody>;

export const updateModelBody = z.object({
  status: z.enum(STATUSES).optional(),
  params: params.default({}).describe('Added; a param that is there already keeps its value'),
  tags: tags.default({}).describe('Added to those there are'),
});
export type UpdateModelBody = z.output<typeof updateModelBody>;

const ITEM = /^(.+?)(?:\s+(asc|desc))?$/i;

/** Throws Rejected. */
export function parseModelOrder(text: string): ModelOrder[] {
  const items = text.split(',').map((item) => item.trim());
  return items
    .filter((item) => item !== '')
    .map((item) => {
      const [, field, direction = 'asc'] = ITEM.exec(item) ?? [];
      if (field === undefined) throw new Rejected(`order_by: '${item}' is no field with ASC or DESC.`);
      return { field, isDescending: direction.toLowerCase() === 'desc' };
    });
}

/** The last point of a metric in a run on a dataset. */
export class ModelMetricDto {
  @ApiProperty({ type: String })
  readonly key: string;

  @ApiProperty({
    oneOf: [{ type: 'number' }, { type: 'string', enum: ['NaN', 'Infinity', '-Infinity'] }],
  })
  readonly value: number | string;

  @ApiProperty({ type: Number })
  readonly step: number;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly time: string;

  @ApiProperty({ type: String })
  readonly run_id: string;

  @ApiProperty({ type: String, required: false })
  readonly dataset_name?: string;

  @ApiProperty({ type: String, required: false })
  readonly dataset_digest?: string;

  constructor(metric: ModelMetric) {
    this.key = metric.key;
    this.value = Number.isFinite(metric.value) ? metric.value : String(metric.value);
    this.step = metric.step;
    this.time = timeOf(metric.timestamp);
    this.run_id = metric.runId;
    if (metric.datasetName !== '') this.dataset_name = metric.datasetName;
    if (metric.datasetDigest !== '') this.dataset_digest = metric.datasetDigest;
  }
}

/** A logged model as `/api/v1` tells it. */
export class LoggedModelDto {
  @ApiProperty({ type: String, example: 'm-737daf5401af4dcd8410564d74ba173f' })
  readonly model_id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String, required: false })
  readonly model_type?: string;

  @ApiProperty({ type: String, required: false })
  readonly source_run_id?: string;

  @ApiProperty({ enum: STATUSES })
  readonly status: LoggedModelStatus;

  @ApiProperty({ type: String })
  readonly artifact_uri: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  readonly params: Readonly<Record<string, string>>;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  readonly tags: Readonly<Record<string, string>>;

  @ApiProperty({ type: () => [ModelMetricDto] })
  readonly metrics: readonly ModelMetricDto[];

  constructor({ model, metrics }: DescribedModel) {
    this.model_id = model.id;
    this.experiment_id = String(model.experimentId);
    this.name = model.name;
    if (model.modelType !== '') this.model_type = model.modelType;
    if (model.sourceRunId !== '') this.source_run_id = model.sourceRunId;
    this.status = model.status;
    this.artifact_uri = model.artifactUri;
    this.creation_time = timeOf(model.creationTime);
    this.last_update_time = timeOf(model.lastUpdateTime);
    this.params = Object.fromEntries((model.params ?? []).map(({ key, value }) => [key, value]));
    this.tags = Object.fromEntries((model.tags ?? []).map(({ key, value }) => [key, value]));
    this.metrics = metrics.map((metric) => new ModelMetricDto(metric));
  }
}

export class LoggedModelPageDto {
  @ApiProperty({ type: () => [LoggedModelDto] })
  readonly models: readonly LoggedModelDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(models: readonly LoggedModelDto[], nextPageToken: string | undefined) {
    this.models = models;
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}

/** A time that no date can be is told as the last one that can: clients log what they like. */
function timeOf(milliseconds: number): string {
  const LAST = 8.64e15;
  return new Date(Math.max(-LAST, Math.min(LAST, milliseconds))).toISOString();
}
