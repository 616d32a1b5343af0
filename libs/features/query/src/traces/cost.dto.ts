import { ApiProperty } from '@nestjs/swagger';
import { dollarsNumber, type Cost, type SpanCost, type TraceCost } from '@millrace/domain';

const DOLLARS = { type: Number, example: 0.00385 };

/** What something cost. */
export class CostDto {
  @ApiProperty({ ...DOLLARS, description: 'US dollars; input neither read from a cache nor written to one' })
  readonly input: number;

  @ApiProperty({ ...DOLLARS, description: 'Input read from a cache or written to one' })
  readonly cache: number;

  @ApiProperty({ ...DOLLARS, description: 'Output with reasoning' })
  readonly output: number;

  @ApiProperty({ ...DOLLARS, description: 'More than the parts where a client told nothing but a total' })
  readonly total: number;

  constructor(cost: Cost) {
    this.input = dollarsNumber(cost.input);
    this.cache = dollarsNumber(cost.cache);
    this.output = dollarsNumber(cost.output);
    this.total = dollarsNumber(cost.total);
  }
}

/** What a span cost, and by which price. */
export class SpanCostDto extends CostDto {
  @ApiProperty({
    type: String,
    example: 'table@2026-11-21#openai/gpt-4o',
    description:
      'client: as the client told; table@<version>#<provider>/<model>; override@<revision>#<model>',
  })
  readonly price: string;

  constructor(cost: SpanCost) {
    super(cost);
    this.price = cost.price;
  }
}

/** What a trace cost: the sum of its spans, or what the client told. */
export class TraceCostDto extends CostDto {
  @ApiProperty({ type: [String], example: ['table@2026-11-21#openai/gpt-4o'] })
  readonly prices: readonly string[];

  constructor(cost: TraceCost) {
    super(cost);
    this.prices = cost.prices;
  }
}
