export { overridesFor, priceSpan } from './price-span.ts';
export { PRICE_TABLE } from './price-table.ts';
export { listPricedModels, type PricedModel } from './list-priced-models.ts';
