import { ApiProperty } from '@nestjs/swagger';
import type { SuggestedField, Suggestion } from '@millrace/ports';
import { unixNano } from '@millrace/service-kit';
import { z } from 'zod';
import { oneOrMore } from '../traces/list-traces-query.ts';

const PLAIN = [
  'name',
  'type',
  'model',
  'provider',
  'service',
  'session',
  'user',
  'feedback',
  'expectation',
] as const;
const KEYED = /^(attribute|tag|metadata)s?(?:\.(.+))?$/s;
const KNOWN = `${PLAIN.join(', ')}, attributes, tags, metadata (their keys), attributes.<key>, tags.<key>, metadata.<key>`;
const MAX_SUGGESTIONS = 50;

/** `model`, `tags`, `tags.env`; undefined for what is no field. */
export function parseSuggestedField(text: string): SuggestedField | undefined {
  const of = PLAIN.find((name) => name === text);
  if (of !== undefined) return { of };
  const [, entity, key] = KEYED.exec(text) ?? [];
  if (entity !== 'attribute' && entity !== 'tag' && entity !== 'metadata') return undefined;
  return { of: entity, ...(key !== undefined && { key }) };
}

/** The query of `GET /api/v1/suggestions`. */
export const suggestionsQuery = z.strictObject({
  field: z
    .string()
    .transform((text, context) => {
      const field = parseSuggestedField(text);
      if (field) return field;
      context.addIssue({ code: 'custom', message: `'${text}' is not known; there are ${KNOWN}` });
      return z.NEVER;
    })
    .meta({ type: 'string' })
    .describe(KNOWN),
  prefix: z.string().max(200).default('').describe('What the values begin with, in any case'),
  experiment_id: oneOrMore.optional().describe('May be repeated; every active experiment when absent'),
  from: unixNano.optional().describe('Earliest time, inclusive'),
  to: unixNano.optional().describe('Latest time, exclusive'),
  limit: z.coerce.number().int().min(1).max(MAX_SUGGESTIONS).default(MAX_SUGGESTIONS),
});
export type SuggestionsQuery = z.output<typeof suggestionsQuery>;

export class SuggestionDto {
  @ApiProperty({ type: String })
  readonly value: string;

  @ApiProperty({ type: Number, description: 'Rows with it among the newest that were looked at' })
  readonly count: number;

  constructor({ value, count }: Suggestion) {
    this.value = value;
    this.count = count;
  }
}

export class SuggestionsDto {
  @ApiProperty({ type: () => [SuggestionDto], description: 'The most frequent first' })
  readonly suggestions: readonly SuggestionDto[];

  constructor(suggestions: readonly Suggestion[]) {
    this.suggestions = suggestions.map((each) => new SuggestionDto(each));
  }
}
