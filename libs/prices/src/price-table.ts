import { TABLE_SOURCES, TABLE_TEXT, TABLE_VERSION } from './generated/price-table.ts';
import { parsePrice, type ModelPrice } from './parse-price.ts';

/** A model of the table and its price. */
export interface ListedModel {
  readonly provider: string;
  /** Its first name there. */
  readonly model: string;
  readonly price: ModelPrice;
  /** How a cost names the price: `table@<version>#<provider>/<model>`. */
  readonly label: string;
}

/** Which table it is. */
export const PRICE_TABLE: { readonly version: string; readonly sources: readonly string[] } = {
  version: TABLE_VERSION,
  sources: TABLE_SOURCES,
};

/** By provider, by name in lower case: where its line begins. Prices are read when asked for: most never are. */
type Index = ReadonlyMap<string, ReadonlyMap<string, number>>;

let index: Index | undefined;

/** Whether the table has prices of this provider, under exactly this id. */
export function isListedProvider(provider: string): boolean {
  index ??= readIndex();
  return index.has(provider);
}

/** The model with exactly this name, in lower case, or undefined. */
export function findListed(provider: string, name: string): ListedModel | undefined {
  index ??= readIndex();
  const start = index.get(provider)?.get(name);
  if (start === undefined) return undefined;
  const [, price = '', model = ''] = TABLE_TEXT.slice(start, TABLE_TEXT.indexOf('\n', start)).split('\t');
  return { provider, model, price: parsePrice(price), label: `table@${TABLE_VERSION}#${provider}/${model}` };
}

/** Every provider, and every name with it. */
export function listNames(): ReadonlyMap<string, readonly string[]> {
  index ??= readIndex();
  return new Map([...index].map(([provider, names]) => [provider, [...names.keys()]]));
}

function readIndex(): Index {
  const byProvider = new Map<string, Map<string, number>>();
  let start = TABLE_TEXT.indexOf('\n') + 1;
  for (let end = TABLE_TEXT.indexOf('\n', start); end !== -1; end = TABLE_TEXT.indexOf('\n', start)) {
    const [provider = '', , ...names] = TABLE_TEXT.slice(start, end).split('\t');
    let places = byProvider.get(provider);
    if (!places) byProvider.set(provider, (places = new Map()));
    for (const name of names) places.set(name.toLowerCase(), start);
    start = end + 1;
  }
  return byProvider;
}
