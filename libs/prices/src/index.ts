export { priceSpan, type PricedSpan } from './price-span.ts';
