/** Writes protobuf fields; nested messages are encoded first and put in by length. */
export class WireWriter {
  private readonly parts: Uint8Array[] = [];
  private size = 0;

  /** Two's complement, so a negative number takes ten bytes. */
  varint(field: number, value: bigint | number): this {
    this.push(varintBytes(field * 8));
    return this.push(varintBytes(BigInt.asUintN(64, BigInt(value))));
  }

  fixed64(field: number, value: bigint): this {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
    return this.push(varintBytes(field * 8 + 1)).push(bytes);
  }

  double(field: number, value: number): this {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    return this.push(varintBytes(field * 8 + 1)).push(bytes);
  }

  bytes(field: number, value: Uint8Array): this {
    return this.push(varintBytes(field * 8 + 2))
      .push(varintBytes(value.byteLength))
      .push(value);
  }

  text(field: number, value: string): this {
    return this.bytes(field, Buffer.from(value, 'utf8'));
  }

  /** As proto3 does: an empty text is not written. */
  textIfAny(field: number, value: string): this {
    return value === '' ? this : this.text(field, value);
  }

  message(field: number, fill: (writer: WireWriter) => unknown): this {
    const inner = new WireWriter();
    fill(inner);
    return this.bytes(field, inner.finish());
  }

  finish(): Uint8Array {
    return Buffer.concat(this.parts, this.size);
  }

  private push(part: Uint8Array): this {
    this.parts.push(part);
    this.size += part.byteLength;
    return this;
  }
}

function varintBytes(value: bigint | number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
