import { ApiProperty } from '@nestjs/swagger';
import type { ModelPrice } from '@millrace/access';
import { picoDollarsPerToken, type TokenRate } from '@millrace/domain';
import { PRICE_TABLE } from '@millrace/prices';
import { z } from 'zod';

const model = z.string().trim().min(1).max(500).describe('As spans name it, or its plain form: gpt-4o');
const provider = z
  .string()
  .trim()
  .max(100)
  .default('')
  .describe('Only for spans of this provider; otherwise of any');
const rate = z
  .union([z.string(), z.number().transform(String)])
  .refine((text) => picoDollarsPerToken(text) !== undefined, {
    message: 'must be US dollars per million tokens, a decimal number with at most 6 decimals, such as "2.5"',
  })
  .optional()
  .describe(
    'US dollars per million tokens; absent: as its plain kind (cached input as input, reasoning as output)',
  );

/** Kinds of token by their names in the API. */
const RATES = {
  input: 'input',
  cache_read: 'cacheRead',
  cache_write: 'cacheWrite',
  output: 'output',
  reasoning: 'reasoning',
  input_audio: 'inputAudio',
  output_audio: 'outputAudio',
} as const satisfies Record<string, TokenRate>;
type RateName = keyof typeof RATES;

export const putModelPriceBody = z
  .object({
    model,
    provider,
    input: rate,
    cache_read: rate,
    cache_write: rate,
    output: rate,
    reasoning: rate,
    input_audio: rate,
    output_audio: rate,
  })
  .refine((body) => body.input !== undefined, { message: 'is needed', path: ['input'] });
export type PutModelPriceBody = z.output<typeof putModelPriceBody>;

export const modelPriceQuery = z.object({ model, provider });

/** The rates of a body, by the domain's names. */
export function toRates(body: PutModelPriceBody): Record<string, string> {
  const rates: Record<string, string> = {};
  for (const [name, kind] of Object.entries(RATES)) {
    const told = body[name as RateName];
    if (told !== undefined) rates[kind] = told;
  }
  return rates;
}

const RATE = { type: String, required: false, example: '2.5', description: 'US dollars per million tokens' };

/** A price that the workspace has set. */
export class ModelPriceDto implements Readonly<Record<RateName, string | undefined>> {
  @ApiProperty({ type: String, example: 'gpt-4o' })
  readonly model: string;

  @ApiProperty({ type: String, required: false, description: 'Absent: of any provider' })
  readonly provider: string | undefined;

  @ApiProperty(RATE)
  readonly input: string | undefined;

  @ApiProperty(RATE)
  readonly cache_read: string | undefined;

  @ApiProperty(RATE)
  readonly cache_write: string | undefined;

  @ApiProperty(RATE)
  readonly output: string | undefined;

  @ApiProperty(RATE)
  readonly reasoning: string | undefined;

  @ApiProperty(RATE)
  readonly input_audio: string | undefined;

  @ApiProperty(RATE)
  readonly output_audio: string | undefined;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  @ApiProperty({
    type: String,
    description: 'How a cost names this price',
    example: 'override@1795235081870#gpt-4o',
  })
  readonly price: string;

  constructor(row: ModelPrice) {
    this.model = row.model;
    this.provider = row.provider === '' ? undefined : row.provider;
    this.input = row.rates[RATES.input];
    this.cache_read = row.rates[RATES.cache_read];
    this.cache_write = row.rates[RATES.cache_write];
    this.output = row.rates[RATES.output];
    this.reasoning = row.rates[RATES.reasoning];
    this.input_audio = row.rates[RATES.input_audio];
    this.output_audio = row.rates[RATES.output_audio];
    this.last_update_time = new Date(row.lastUpdateTime).toISOString();
    this.price = `override@${row.lastUpdateTime}#${row.model}`;
  }
}

export class PriceTableDto {
  @ApiProperty({ type: String, example: '2026-11-21' })
  readonly version = PRICE_TABLE.version;

  @ApiProperty({ type: [String], description: 'Packages it was made from' })
  readonly sources = PRICE_TABLE.sources;
}

export class ModelPriceListDto {
  @ApiProperty({ type: () => [ModelPriceDto] })
  readonly prices: readonly ModelPriceDto[];

  @ApiProperty({ type: () => PriceTableDto, description: 'Where every other price comes from' })
  readonly table = new PriceTableDto();

  constructor(rows: readonly ModelPrice[]) {
    this.prices = rows.map((row) => new ModelPriceDto(row));
  }
}
