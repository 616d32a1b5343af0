/** The few protobuf pieces a load generator needs; values are small, so arrays of bytes are fast enough. */
export function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}

export function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);
}

export function text(number: number, value: string): Buffer {
  return field(number, Buffer.from(value));
}

export function fixed64(number: number): Buffer {
  return Buffer.concat([varint(number * 8 + 1), Buffer.alloc(8)]);
}

export function attribute(key: string, value: string | number): Buffer {
  const any = typeof value === 'string' ? text(1, value) : Buffer.concat([varint(3 * 8), varint(value)]);
  return Buffer.concat([text(1, key), field(2, any)]);
}
