/** From this size a piece is worth more than the bookkeeping of keeping it. */
const KEPT_BYTES = 1024;

/** What we read and replace of kafkajs's Encoder. */
export interface Encoder {
  buf: Buffer;
  offset: number;
  /** Finished pieces, before what stands in `buf`; absent while everything is in `buf`. */
  pieces?: Buffer[];
  readonly buffer: Buffer;
}

/**
 * Makes kafkajs's Encoder keep large pieces and join them once, when the request is written. By itself it copies a record
 * seven times on its way to the socket, each time into a new buffer, whose garbage cost more than the copies.
 */
export function joinLazily(prototype: object): void {
  Object.assign(prototype, { ensureAvailable, writeBufferInternal, writeEncoder, writeEncoderArray, size });
  Object.defineProperty(prototype, 'buffer', { get: joined });
}

/** Only what was written is ever sent, so what the buffer grows by need not be zeros. */
function ensureAvailable(this: Encoder, length: number): void {
  const needed = this.offset + length;
  if (needed <= this.buf.length) return;
  const grown = Buffer.allocUnsafe(Math.ceil(needed * 1.5));
  this.buf.copy(grown, 0, 0, this.offset);
  this.buf = grown;
}

/** A large piece has to stay as it is until the request is written. */
function writeBufferInternal(this: Encoder, bytes: Buffer): void {
  if (bytes.length < KEPT_BYTES) {
    ensureAvailable.call(this, bytes.length);
    bytes.copy(this.buf, this.offset);
    this.offset += bytes.length;
    return;
  }
  this.pieces = piecesOf(this);
  this.pieces.push(bytes);
  this.buf = this.buf.subarray(this.offset);
  this.offset = 0;
}

function writeEncoder(this: Encoder, other: Encoder): Encoder {
  for (const piece of piecesOf(other)) writeBufferInternal.call(this, piece);
  return this;
}

function writeEncoderArray(this: Encoder, others: readonly Encoder[]): Encoder {
  for (const other of others) writeEncoder.call(this, other);
  return this;
}

function size(this: Encoder): number {
  return (this.pieces ?? []).reduce((sum, { length }) => sum + length, this.offset);
}

function joined(this: Encoder): Buffer {
  if (!this.pieces) return this.buf.subarray(0, this.offset);
  if (this.offset > 0 || this.pieces.length > 1) {
    const whole = Buffer.concat(piecesOf(this));
    this.pieces = [whole];
    this.buf = this.buf.subarray(this.offset);
    this.offset = 0;
  }
  return this.pieces[0] ?? this.buf.subarray(0, 0);
}

function piecesOf({ pieces = [], buf, offset }: Encoder): Buffer[] {
  return offset > 0 ? [...pieces, buf.subarray(0, offset)] : pieces;
}
