import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoder } from './joining-encoder.ts';
import './kafkajs.ts';

const require = createRequire(import.meta.url);
const seed = 20_261_121;

describe('the checksum of our kafkajs', () => {
  const checksum: (bytes: Buffer) => number = require('kafkajs/src/protocol/recordBatch/crc32C/index.js');

  // RFC 3720, B.4, and the check value of the CRC catalogue.
  it.each([
    [Buffer.from('123456789'), 0xe3069283],
    [Buffer.alloc(32), 0x8a9136aa],
    [Buffer.alloc(32, 0xff), 0x62a8ab43],
    [Buffer.from(Array.from({ length: 32 }, (_, n) => n)), 0x46dd794e],
    [Buffer.alloc(0), 0],
  ])('of %j', (bytes, expected) => {
    expect(checksum(bytes)).toBe(expected);
  });

  it('agrees with the one it replaces at any length and alignment', () => {
    const original: (bytes: Buffer) => number = require('kafkajs/src/protocol/recordBatch/crc32C/crc32C.js');
    expect(checksum).not.toBe(original);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(8), (bytes, skip) => {
        const part = Buffer.from(bytes).subarray(skip);
        expect(checksum(part)).toBe(original(part) >>> 0);
      }),
      { seed },
    );
  });
});

describe('the encoder of our kafkajs', () => {
  const Encoder: new () => TestedEncoder = require('kafkajs/src/protocol/encoder.js');

  it('joins what was written, in order, whatever the sizes and nesting', () => {
    const leaf = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.nat(3_000).map((length) => Buffer.alloc(length, length % 251)),
    );
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.array(fc.oneof({ depthSize: 'small' }, leaf, tie('tree')), {
        maxLength: 6,
      }) as fc.Arbitrary<Tree>,
    }));
    fc.assert(
      fc.property(tree, fc.boolean(), (pieces, readBetween) => {
        const encoder = encode(pieces, readBetween);
        expect(encoder.size()).toBe(flatten(pieces).length);
        expect(encoder.buffer.equals(flatten(pieces))).toBe(true);
        expect(encoder.buffer.equals(flatten(pieces))).toBe(true);
      }),
      { seed },
    );
  });

  it('does not copy a large piece before it joins', () => {
    const value = Buffer.alloc(100_000, 'x');
    const outer = new Encoder().writeInt8(1).writeEncoder(new Encoder().writeInt8(2).writeBuffer(value));
    expect(outer.pieces?.some((piece) => piece.buffer === value.buffer)).toBe(true);
    expect(outer.buffer.equals(Buffer.concat([Buffer.from([1, 2]), value]))).toBe(true);
  });

  function encode(pieces: Tree, readBetween: boolean): TestedEncoder {
    const encoder = new Encoder();
    for (const piece of pieces) {
      if (typeof piece === 'number') encoder.writeInt8((piece << 24) >> 24);
      else if (Buffer.isBuffer(piece)) encoder.writeBuffer(piece);
      else if (readBetween) encoder.writeEncoderArray([encode(piece, true)]);
      else encoder.writeEncoder(encode(piece, false));
      if (readBetween) expect(encoder.buffer.length).toBe(encoder.size());
    }
    return encoder;
  }
});

type Tree = readonly (number | Buffer | Tree)[];

function flatten(pieces: Tree): Buffer {
  return Buffer.concat(
    pieces.map((piece) => {
      if (typeof piece === 'number') return Buffer.from([piece]);
      return Buffer.isBuffer(piece) ? piece : flatten(piece);
    }),
  );
}

interface TestedEncoder extends Encoder {
  size(): number;
  writeInt8(value: number): TestedEncoder;
  writeBuffer(bytes: Buffer): TestedEncoder;
  writeEncoder(other: TestedEncoder): TestedEncoder;
  writeEncoderArray(others: readonly TestedEncoder[]): TestedEncoder;
}
