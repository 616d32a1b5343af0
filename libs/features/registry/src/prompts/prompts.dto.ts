import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import type { RegisteredModelView } from '../registered-models/search-registered-models.ts';
import { PromptVersionDto } from './prompt-versions.dto.ts';

const tags = z.record(z.string().min(1).max(250), z.string().max(100_000)).default({});

export const listPromptsQuery = z.object({
  filter: z.string().default('').describe("For example: name ILIKE 'support%' AND tags.team = 'a'"),
  order_by: z
    .string()
    .optional()
    .describe('Comma-separated: name, creation_timestamp, last_updated_timestamp, each with ASC or DESC'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListPromptsQuery = z.output<typeof listPromptsQuery>;

export const createPromptBody = z.object({
  name: z.string().min(1).max(256).describe('Letters, digits, _ - and .'),
  description: z.string().default(''),
  tags,
});
export type CreatePromptBody = z.output<typeof createPromptBody>;

export const updatePromptBody = z.object({
  name: z.string().min(1).max(256).optional().describe('Another name; versions, tags and aliases stay'),
  description: z.string().optional(),
});
export type UpdatePromptBody = z.output<typeof updatePromptBody>;

export const tagBody = z.object({ value: z.string().max(100_000) });
export type TagBody = z.output<typeof tagBody>;

export const aliasBody = z.object({ version: z.int().min(1) });
export type AliasBody = z.output<typeof aliasBody>;

/** A prompt as `/api/v1` tells it. */
export class PromptDto {
  @ApiProperty({ type: String, example: 'support.greeting' })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly description: string;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  readonly tags: Readonly<Record<string, string>>;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'integer' },
    description: 'The version each alias stands for',
  })
  readonly aliases: Readonly<Record<string, number>>;

  @ApiProperty({
    type: () => PromptVersionDto,
    required: false,
    description: 'Absent when there is no version',
  })
  readonly latest_version: PromptVersionDto | undefined;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  constructor({ model, latestVersions: [latest] }: RegisteredModelView) {
    this.name = model.name;
    this.description = model.description;
    this.tags = Object.fromEntries((model.tags ?? []).map(({ key, value }) => [key, value]));
    this.aliases = Object.fromEntries((model.aliases ?? []).map(({ alias, version }) => [alias, version]));
    this.latest_version = latest && new PromptVersionDto(latest);
    this.creation_time = new Date(model.creationTime).toISOString();
    this.last_update_time = new Date(model.lastUpdateTime).toISOString();
  }
}

export class PromptPageDto {
  @ApiProperty({ type: () => [PromptDto] })
  readonly prompts: readonly PromptDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(prompts: readonly PromptDto[], nextPageToken: string | undefined) {
    this.prompts = prompts;
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}
