import { Rejected } from '@millrace/domain';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const LONGEST_KEY = 100;
/** Of what stands in the list: the document, the list, the item. */
const DEPTH_OF_ITEM = 3;

/**
 * Cuts the objects of one list of a JSON document apart, `{"<name>":[{…},{…}]}`, as its bytes come: memory is that of one object,
 * however many there are. What each object is, is for the caller to parse.
 */
export class ListSplitter {
  private depth = 0;
  private isInString = false;
  private isEscaped = false;
  /** The last text of the document itself, which is a key where a colon follows. */
  private text = '';
  private key = '';
  private isInList = false;
  private isEnded = false;
  private held: Uint8Array[] = [];
  private heldBytes = 0;

  constructor(
    private readonly name: string,
    private readonly maxItemBytes: number,
  ) {}

  /** The objects that end in this chunk. Throws Rejected for one that is too large. */
  push(chunk: Uint8Array): Uint8Array[] {
    const items: Uint8Array[] = [];
    let itemStart = this.isInItem ? 0 : -1;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.isInString) {
        this.readText(byte);
        continue;
      }
      if (byte === OPEN_BRACE && this.isInList && this.depth === DEPTH_OF_ITEM - 1) itemStart = at;
      this.step(byte);
      if (byte !== CLOSE_BRACE || itemStart < 0 || this.depth !== DEPTH_OF_ITEM - 1) continue;
      items.push(this.take(chunk.subarray(itemStart, at + 1)));
      itemStart = -1;
    }
    if (itemStart >= 0) this.hold(chunk.subarray(itemStart));
    return items;
  }

  /** Throws Rejected when the document has not ended. */
  finish(): void {
    if (!this.isEnded) throw new Rejected('the document of spans is cut off, or no JSON');
  }

  private get isInItem(): boolean {
    return this.isInList && this.depth >= DEPTH_OF_ITEM;
  }

  private readText(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.isInString = false;
    else if (this.depth === 1 && this.text.length < LONGEST_KEY) this.text += String.fromCharCode(byte);
  }

  private step(byte: number): void {
    switch (byte) {
      case QUOTE:
        this.isInString = true;
        if (this.depth === 1) this.text = '';
        break;
      case COLON:
        if (this.depth === 1) this.key = this.text;
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        if (this.depth === 1) this.isInList = byte === OPEN_BRACKET && this.key === this.name;
        this.depth += 1;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.depth -= 1;
        if (this.depth === 1) this.isInList = false;
        if (this.depth <= 0) this.isEnded = true;
        break;
    }
  }

  private hold(part: Uint8Array): void {
    this.heldBytes += part.length;
    if (this.heldBytes > this.maxItemBytes) {
      throw new Rejected(`a span of it has more than ${this.maxItemBytes} bytes`, 'too-large');
    }
    this.held.push(part);
  }

  private take(end: Uint8Array): Uint8Array {
    this.hold(end);
    const { held, heldBytes } = this;
    this.held = [];
    this.heldBytes = 0;
    if (held.length === 1) return end;
    const item = new Uint8Array(heldBytes);
    let at = 0;
    for (const part of held) {
      item.set(part, at);
      at += part.length;
    }
    return item;
  }
}
