// A second, plain encoder, so that the reader is not tested against the product's own.

const varint = (n: number): number[] => (n < 128 ? [n] : [(n % 128) | 128, ...varint(Math.floor(n / 128))]);

/** A field that holds a message of the given parts. */
export const message = (field: number, ...parts: (number[] | Buffer)[]): Buffer => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(content.length)]), content]);
};

export const text = (field: number, value: string): Buffer => message(field, Buffer.from(value));

/** A KeyValue; `field` is 9 in a span, 1 in a resource, 3 in a scope. */
export const attribute = (key: string, value: string, field = 9): Buffer =>
  message(field, text(1, key), message(2, text(1, value)));

export const id = (digits: string): Buffer => Buffer.from(digits, 'hex');

/** The n-th of many ids. */
export const traceIdOf = (n: number): string => (n + 1).toString(16).padStart(32, '0');
export const spanIdOf = (n: number): string => (n + 1).toString(16).padStart(16, '0');

/** A Span as a field of ScopeSpans. */
export const span = (traceId: string, spanId: string, ...rest: Buffer[]): Buffer =>
  message(2, message(1, id(traceId)), message(2, id(spanId)), text(5, `span ${spanId}`), ...rest);

/** An AnyValue whose text is that many arrays deep. */
export function nested(depth: number): Buffer {
  return depth === 0 ? text(1, 'leaf') : message(5, message(1, nested(depth - 1)));
}
