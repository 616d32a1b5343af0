import { crc32 } from 'node:zlib';
import type { StreamEvent } from './write-answer.ts';

/** Bytes before the headers: both lengths and their checksum. */
const PRELUDE = 12;
const CHECKSUM = 4;
const TEXT = 7;

/** A message of AWS' binary streams. Source: smithy.io/2.0/aws/amazon-eventstream.html. */
export function toEventStream({ name = '', data }: StreamEvent): Buffer {
  const headers = Buffer.concat([
    header(':event-type', name),
    header(':content-type', 'application/json'),
    header(':message-type', 'event'),
  ]);
  const payload = Buffer.from(JSON.stringify(data));
  const length = PRELUDE + headers.length + payload.length + CHECKSUM;
  const message = Buffer.alloc(length);
  message.writeUInt32BE(length, 0);
  message.writeUInt32BE(headers.length, 4);
  message.writeUInt32BE(crc32(message.subarray(0, 8)), 8);
  headers.copy(message, PRELUDE);
  payload.copy(message, PRELUDE + headers.length);
  message.writeUInt32BE(crc32(message.subarray(0, length - CHECKSUM)), length - CHECKSUM);
  return message;
}

function header(name: string, value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([
    Buffer.from([name.length]),
    Buffer.from(name),
    Buffer.from([TEXT]),
    length,
    Buffer.from(value),
  ]);
}
