import type { AttributeValue } from './attribute-value.ts';
import { fromHex } from './hex.ts';

/**
 * Reads the JSON of `encodeAttributeText`. `JSON.parse` would not do: it reads int64 as a double, puts integer-like keys
 * first and loses the kind of a number.
 */
export function parseTypedJson(text: string): AttributeValue {
  const reader = new TypedJsonReader(text);
  const value = reader.value();
  reader.end();
  return value;
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = new Map<string | undefined, readonly [string, AttributeValue]>([
  ['t', ['true', true]],
  ['f', ['false', false]],
  ['n', ['null', null]],
]);

class TypedJsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(): AttributeValue {
    switch (this.text[this.at]) {
      case '{':
        return fromReserved(this.object());
      case '[':
        return this.array();
      case '"':
        return this.string();
      default:
        return this.wordOrNumber();
    }
  }

  end(): void {
    if (this.at < this.text.length) this.fail();
  }

  private object(): Map<string, AttributeValue> {
    const map = new Map<string, AttributeValue>();
    this.at += 1;
    if (this.take('}')) return map;
    do {
      const key = this.string();
      if (!this.take(':')) this.fail();
      map.set(key, this.value());
    } while (this.take(','));
    if (!this.take('}')) this.fail();
    return map;
  }

  private array(): AttributeValue[] {
    const items: AttributeValue[] = [];
    this.at += 1;
    if (this.take(']')) return items;
    do items.push(this.value());
    while (this.take(','));
    if (!this.take(']')) this.fail();
    return items;
  }

  /** The closing quote is searched for rather than matched: a regular expression runs out of stack on megabytes. */
  private string(): string {
    const start = this.at;
    if (!this.take('"')) this.fail();
    let quote = this.text.indexOf('"', this.at);
    while (quote !== -1 && this.isEscaped(quote)) quote = this.text.indexOf('"', quote + 1);
    if (quote === -1) this.fail();
    this.at = quote + 1;
    return JSON.parse(this.text.slice(start, this.at)) as string;
  }

  private isEscaped(quote: number): boolean {
    let backslashes = 0;
    while (this.text[quote - 1 - backslashes] === '\\') backslashes += 1;
    return backslashes % 2 === 1;
  }

  private wordOrNumber(): AttributeValue {
    const [word, value] = WORDS.get(this.text[this.at]) ?? [];
    if (word === undefined || value === undefined) return this.number();
    if (!this.text.startsWith(word, this.at)) this.fail();
    this.at += word.length;
    return value;
  }

  private number(): AttributeValue {
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.text)?.[0] ?? this.fail();
    this.at += digits.length;
    return /[.eE]/.test(digits) ? Number(digits) : BigInt(digits);
  }

  private take(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private fail(): never {
    throw new SyntaxError(`this attribute is not typed JSON at character ${this.at}`);
  }
}

function fromReserved(map: Map<string, AttributeValue>): AttributeValue {
  if (map.size === 1) {
    const double = map.get('$double');
    if (typeof double === 'string') return Number(double);
    const bytes = map.get('$bytes');
    if (typeof bytes === 'string') return fromHex(bytes);
  }
  const isEscaped = [...map.keys()].some((key) => key.startsWith('$'));
  if (!isEscaped) return map;
  return new Map([...map].map(([key, value]) => [key.startsWith('$') ? key.slice(1) : key, value]));
}
