export { priceSpan, type PricedSpan } from './price-span.ts';
export { PRICE_TABLE } from './price-table.ts';
