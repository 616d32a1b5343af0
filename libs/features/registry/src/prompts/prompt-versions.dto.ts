import { ApiProperty } from '@nestjs/swagger';
import { ANY_JSON } from '@millrace/service-kit';
import { z } from 'zod';
import {
  chatMessageSchema,
  findVariables,
  parseChat,
  readJson,
  type RegisteredVersion,
} from '@millrace/registered-models';
import type { PromptComparison, TemplateChange } from './compare-prompts.ts';

const jsonObject = z.record(z.string(), z.unknown());

export const createVersionBody = z
  .object({
    template: z.string().optional().describe('Of a text prompt, with {{variables}}'),
    messages: z.array(chatMessageSchema).min(1).optional().describe('Of a chat prompt'),
    response_format: jsonObject.optional().describe('JSON schema of the answer'),
    model_config: jsonObject.optional().describe('The model it is meant for: model_name, temperature, …'),
    commit_message: z.string().default(''),
    tags: z.record(z.string().min(1).max(250), z.string().max(100_000)).default({}),
  })
  .refine(
    ({ template, messages }) => (template === undefined) !== (messages === undefined),
    'give either template or messages',
  );
export type CreateVersionBody = z.output<typeof createVersionBody>;

export const updateVersionBody = z.object({
  commit_message: z.string().optional(),
  model_config: jsonObject.nullable().optional().describe('null: none'),
});
export type UpdateVersionBody = z.output<typeof updateVersionBody>;

export const listVersionsQuery = z.object({
  filter: z.string().default('').describe("For example: tags.author = 'a' AND version_number > 3"),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListVersionsQuery = z.output<typeof listVersionsQuery>;

export const compareQuery = z.object({
  from: z.string().min(1).describe('A version number, an alias, or latest'),
  to: z.string().min(1).default('latest').describe('A version number, an alias, or latest'),
});
export type CompareQuery = z.output<typeof compareQuery>;

/** A version of a prompt as `/api/v1` tells it. */
export class PromptVersionDto {
  @ApiProperty({ type: String, example: 'support.greeting' })
  readonly name: string;

  @ApiProperty({ type: Number, example: 3 })
  readonly version: number;

  @ApiProperty({ enum: ['text', 'chat'] })
  readonly kind: 'text' | 'chat';

  @ApiProperty({ type: String, required: false, description: 'Of a text prompt' })
  readonly template: string | undefined;

  @ApiProperty({
    type: 'array',
    required: false,
    items: {
      type: 'object',
      required: ['role', 'content'],
      properties: {
        role: { type: 'string' },
        content: { ...ANY_JSON, description: 'A text, or parts of a message' },
      },
      additionalProperties: ANY_JSON,
    },
    description: 'Of a chat prompt',
  })
  readonly messages: readonly Readonly<Record<string, unknown>>[] | undefined;

  @ApiProperty({ type: [String], description: 'What the template has in double braces' })
  readonly variables: readonly string[];

  @ApiProperty({ type: Object, additionalProperties: ANY_JSON, required: false })
  readonly response_format: unknown;

  @ApiProperty({ type: Object, additionalProperties: ANY_JSON, required: false })
  readonly model_config: unknown;

  @ApiProperty({ type: String })
  readonly commit_message: string;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  readonly tags: Readonly<Record<string, string>>;

  @ApiProperty({ type: [String], description: 'Those that stand for this version' })
  readonly aliases: readonly string[];

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  constructor({ name, version, aliases }: RegisteredVersion) {
    const { template, templateKind, responseFormat, modelConfig, tags = [] } = version;
    const said = template ?? '';
    this.name = name;
    this.version = version.version;
    this.kind = templateKind ?? 'text';
    this.template = templateKind === 'chat' ? undefined : said;
    this.messages = templateKind === 'chat' ? parseChat(said) : undefined;
    this.variables = findVariables(said);
    this.response_format = responseFormat === null ? undefined : readJson(responseFormat);
    this.model_config = modelConfig === null ? undefined : readJson(modelConfig);
    this.commit_message = version.description;
    this.tags = Object.fromEntries(tags.map(({ key, value }) => [key, value]));
    this.aliases = aliases;
    this.creation_time = new Date(version.creationTime).toISOString();
    this.last_update_time = new Date(version.lastUpdateTime).toISOString();
  }
}

export class PromptVersionPageDto {
  @ApiProperty({ type: () => [PromptVersionDto] })
  readonly versions: readonly PromptVersionDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(versions: readonly RegisteredVersion[], nextPageToken: string | undefined) {
    this.versions = versions.map((version) => new PromptVersionDto(version));
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}

export class TemplateChangeDto {
  @ApiProperty({ enum: ['same', 'removed', 'added'] })
  readonly kind: 'same' | 'removed' | 'added';

  @ApiProperty({ type: String, description: 'Whole lines' })
  readonly text: string;

  constructor({ kind, text }: TemplateChange) {
    this.kind = kind;
    this.text = text;
  }
}

export class PromptComparisonDto {
  @ApiProperty({ type: () => PromptVersionDto })
  readonly from: PromptVersionDto;

  @ApiProperty({ type: () => PromptVersionDto })
  readonly to: PromptVersionDto;

  @ApiProperty({
    type: () => [TemplateChangeDto],
    description: 'In order; a chat as [role] and what it says',
  })
  readonly template: readonly TemplateChangeDto[];

  @ApiProperty({ type: [String] })
  readonly variables_added: readonly string[];

  @ApiProperty({ type: [String] })
  readonly variables_removed: readonly string[];

  @ApiProperty({ type: Boolean })
  readonly is_response_format_changed: boolean;

  @ApiProperty({ type: Boolean })
  readonly is_model_config_changed: boolean;

  constructor(from: RegisteredVersion, to: RegisteredVersion, compared: PromptComparison) {
    this.from = new PromptVersionDto(from);
    this.to = new PromptVersionDto(to);
    this.template = compared.template.map((change) => new TemplateChangeDto(change));
    this.variables_added = compared.variablesAdded;
    this.variables_removed = compared.variablesRemoved;
    this.is_response_format_changed = compared.isResponseFormatChanged;
    this.is_model_config_changed = compared.isModelConfigChanged;
  }
}
