const SLOTS = 2048;
const LONGEST = 64;

/**
 * Decodes short texts that come again and again (attribute keys, span names) without making a new string each time.
 * A slot is overwritten by another text with its hash, so the cache is bounded.
 */
export class TextCache {
  private readonly texts: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined);
  private readonly bytes: (Uint8Array | undefined)[] = new Array<Uint8Array | undefined>(SLOTS).fill(
    undefined,
  );

  decode(buffer: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST) return buffer.toString('utf8', start, end);
    const slot = hash(buffer, start, end);
    const known = this.bytes[slot];
    const text = this.texts[slot];
    if (known && text !== undefined && isSame(known, buffer, start, length)) return text;
    const decoded = buffer.toString('utf8', start, end);
    this.bytes[slot] = Uint8Array.prototype.slice.call(buffer, start, end);
    this.texts[slot] = decoded;
    return decoded;
  }
}

function hash(buffer: Buffer, start: number, end: number): number {
  let value = end - start;
  for (let at = start; at < end; at += 1) value = (Math.imul(value, 31) + (buffer[at] ?? 0)) | 0;
  return (value ^ (value >>> 11)) & (SLOTS - 1);
}

function isSame(known: Uint8Array, buffer: Buffer, start: number, length: number): boolean {
  if (known.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (known[at] !== buffer[start + at]) return false;
  return true;
}
