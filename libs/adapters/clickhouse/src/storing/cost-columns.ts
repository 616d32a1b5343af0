import { picoDollars, type Cost, type SpanCost, type TraceCost } from '@millrace/domain';
import { Int64Column } from '../native/number-columns.ts';

const DOLLARS = 'Decimal(18, 12)';

/** The parts of a cost, each a whole number of pico-dollars. */
export function newCostColumns() {
  return {
    cost_input: new Int64Column(DOLLARS),
    cost_cache: new Int64Column(DOLLARS),
    cost_output: new Int64Column(DOLLARS),
    cost_total: new Int64Column(DOLLARS),
  };
}

export function addCost(columns: ReturnType<typeof newCostColumns>, cost: Cost | undefined): void {
  columns.cost_input.add(cost?.input ?? 0n);
  columns.cost_cache.add(cost?.cache ?? 0n);
  columns.cost_output.add(cost?.output ?? 0n);
  columns.cost_total.add(cost?.total ?? 0n);
}

/** Decimals as text, under names that are no column's: JSON would make doubles of them. */
export const COST_COLUMNS = `toString(cost_input) AS input_dollars, toString(cost_cache) AS cache_dollars,
  toString(cost_output) AS output_dollars, toString(cost_total) AS total_dollars`;

export interface CostColumns {
  readonly input_dollars: string;
  readonly cache_dollars: string;
  readonly output_dollars: string;
  readonly total_dollars: string;
}

export function readSpanCost(row: CostColumns & { readonly cost_price: string }): SpanCost | undefined {
  return row.cost_price === '' ? undefined : { ...readCost(row), price: row.cost_price };
}

export function readTraceCost(
  row: CostColumns & { readonly cost_prices: readonly string[] },
): TraceCost | undefined {
  return row.cost_prices.length === 0 ? undefined : { ...readCost(row), prices: row.cost_prices };
}

function readCost(row: CostColumns): Cost {
  return {
    input: picoDollars(row.input_dollars) ?? 0n,
    cache: picoDollars(row.cache_dollars) ?? 0n,
    output: picoDollars(row.output_dollars) ?? 0n,
    total: picoDollars(row.total_dollars) ?? 0n,
  };
}
