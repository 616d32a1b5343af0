/** Writes protobuf fields. A nested message stays apart until `finish`, so that nothing is copied once for each level around it. */
export class WireWriter {
  private readonly parts: (Uint8Array | WireWriter)[] = [];
  private size = 0;

  /** Two's complement, so a negative number takes ten bytes. */
  varint(field: number, value: bigint | number): this {
    this.push(varintBytes(field * 8));
    return this.push(
      typeof value === 'number' && value >= 0 ? varintBytes(value) : bigVarintBytes(BigInt(value)),
    );
  }

  fixed64(field: number, value: bigint): this {
    const bytes = Buffer.allocUnsafe(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
    return this.push(varintBytes(field * 8 + 1)).push(bytes);
  }

  double(field: number, value: number): this {
    const bytes = Buffer.allocUnsafe(8);
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

  /** A field as it was encoded elsewhere, tag included. */
  encoded(field: Uint8Array): this {
    return this.push(field);
  }

  message(field: number, fill: (writer: WireWriter) => unknown): this {
    const inner = new WireWriter();
    fill(inner);
    this.push(varintBytes(field * 8 + 2)).push(varintBytes(inner.size));
    this.parts.push(inner);
    this.size += inner.size;
    return this;
  }

  finish(): Uint8Array {
    const out = Buffer.allocUnsafe(this.size);
    this.copyTo(out, 0);
    return out;
  }

  private copyTo(out: Buffer, start: number): number {
    let at = start;
    for (const part of this.parts) {
      if (part instanceof WireWriter) at = part.copyTo(out, at);
      else {
        out.set(part, at);
        at += part.byteLength;
      }
    }
    return at;
  }

  private push(part: Uint8Array): this {
    this.parts.push(part);
    this.size += part.byteLength;
    return this;
  }
}

/** Most tags and lengths take one byte: those are made once. */
const SMALL = Array.from({ length: 128 }, (_, value) => Uint8Array.of(value));

function varintBytes(value: number): Uint8Array {
  const small = SMALL[value];
  if (small) return small;
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

function bigVarintBytes(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
