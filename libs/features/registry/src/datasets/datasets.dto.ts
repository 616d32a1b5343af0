import { ApiProperty, type ApiResponseSchemaHost } from '@nestjs/swagger';

import { experimentIdsOf, type DatasetSchema, type EvaluationDataset } from '@millrace/datasets';
import { ANY_JSON, JSON_OBJECT } from '@millrace/service-kit';
import { z } from 'zod';
import { datasetRecord } from './dataset-records.ts';

const tags = z.record(z.string().min(1).max(250), z.string().max(5000));
const experimentIds = z.array(z.string()).max(1000);

export const listDatasetsQuery = z.object({
  filter: z.string().default('').describe("For example: name ILIKE 'faq%' AND tags.team = 'a'"),
  experiment_id: z.string().optional().describe('Only those of this experiment'),
  order_by: z
    .string()
    .optional()
    .describe('Comma-separated: name, created_time, last_update_time, created_by, each with ASC or DESC'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListDatasetsQuery = z.output<typeof listDatasetsQuery>;

export const createDatasetBody = z.object({
  name: z.string().min(1).max(500),
  experiment_ids: experimentIds.default([]),
  tags: tags.default({}),
});
export type CreateDatasetBody = z.output<typeof createDatasetBody>;

export const updateDatasetBody = z.object({
  tags: tags.default({}).describe('Added to those there are'),
  add_experiment_ids: experimentIds.default([]),
  remove_experiment_ids: experimentIds.default([]),
});
export type UpdateDatasetBody = z.output<typeof updateDatasetBody>;

export const mergeRecordsBody = z.object({
  records: z.array(datasetRecord).describe('Records with the same inputs are merged'),
});
export type MergeRecordsBody = z.output<typeof mergeRecordsBody>;

export const listRecordsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(10_000).default(1000),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListRecordsQuery = z.output<typeof listRecordsQuery>;

export const deleteRecordsBody = z.object({ record_ids: z.array(z.string()).max(100_000) });
export type DeleteRecordsBody = z.output<typeof deleteRecordsBody>;

/** A dataset as `/api/v1` tells it. */
export class DatasetDto {
  @ApiProperty({ type: String, example: 'd-1b59b625c2e84a5597d4b0fc914b2c32' })
  readonly dataset_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  readonly tags: Readonly<Record<string, string>>;

  @ApiProperty({ type: [String] })
  readonly experiment_ids: readonly string[];

  @ApiProperty({ type: Number })
  readonly record_count: number;

  @ApiProperty({
    type: Object,
    additionalProperties: ANY_JSON,
    required: false,
    description: 'Types of the fields of its records',
  })
  readonly schema: DatasetSchema | undefined;

  @ApiProperty({ type: String, description: 'Another one after each change of the records' })
  readonly digest: string;

  @ApiProperty({ type: String, required: false })
  readonly created_by: string | undefined;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  constructor(dataset: EvaluationDataset) {
    this.dataset_id = dataset.id;
    this.name = dataset.name;
    this.tags = Object.fromEntries((dataset.tags ?? []).map(({ key, value }) => [key, value]));
    this.experiment_ids = experimentIdsOf(dataset);
    this.record_count = dataset.recordCount;
    this.schema = dataset.schema ?? undefined;
    this.digest = dataset.digest;
    this.created_by = dataset.createdBy ?? undefined;
    this.creation_time = new Date(dataset.creationTime).toISOString();
    this.last_update_time = new Date(dataset.lastUpdateTime).toISOString();
  }
}

export class DatasetPageDto {
  @ApiProperty({ type: () => [DatasetDto] })
  readonly datasets: readonly DatasetDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(datasets: readonly DatasetDto[], nextPageToken: string | undefined) {
    this.datasets = datasets;
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}

export class MergedRecordsDto {
  @ApiProperty({ type: Number })
  readonly inserted: number;

  @ApiProperty({ type: Number, description: 'Those whose inputs were known' })
  readonly updated: number;

  constructor({ inserted, updated }: { readonly inserted: number; readonly updated: number }) {
    this.inserted = inserted;
    this.updated = updated;
  }
}

export class DeletedRecordsDto {
  @ApiProperty({ type: Number })
  readonly deleted: number;

  constructor(deleted: number) {
    this.deleted = deleted;
  }
}

/** Describes a page of records, which is sent as it is stored. */
export const RECORD_PAGE_SCHEMA: ApiResponseSchemaHost['schema'] & object = {
  type: 'object',
  required: ['records'],
  properties: {
    records: {
      type: 'array',
      items: {
        type: 'object',
        required: ['dataset_record_id', 'dataset_id', 'inputs', 'created_time', 'last_update_time'],
        properties: {
          dataset_record_id: { type: 'string' },
          dataset_id: { type: 'string' },
          inputs: JSON_OBJECT,
          outputs: ANY_JSON,
          expectations: { ...JSON_OBJECT, nullable: true },
          tags: { ...JSON_OBJECT, nullable: true },
          source: { ...JSON_OBJECT, nullable: true },
          created_time: { type: 'integer', description: 'Milliseconds since 1970' },
          last_update_time: { type: 'integer', description: 'Milliseconds since 1970' },
        },
      },
    },
    next_page_token: { type: 'string', description: 'Absent on the last page' },
  },
};
