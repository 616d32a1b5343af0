import { createRequire } from 'node:module';
import { crc32c } from '@node-rs/crc32';
import { joinLazily } from './joining-encoder.ts';

const require = createRequire(import.meta.url);

/**
 * kafkajs 2.2.4 with its two most expensive habits replaced: its checksum in JavaScript, and the copying of its encoder.
 * Both reach into its files, so the version is pinned, and a spec notices when they are no longer there.
 */
export const kafkajs = loadKafkajs();

function loadKafkajs(): typeof import('kafkajs') {
  // Whoever uses the checksum takes it over when loaded, hence before the rest.
  const checksumPath = require.resolve('kafkajs/src/protocol/recordBatch/crc32C/index.js');
  require(checksumPath);
  const checksum = require.cache[checksumPath];
  if (checksum) checksum.exports = checksumOf;
  const encoder = require('kafkajs/src/protocol/encoder.js') as { prototype: object };
  joinLazily(encoder.prototype);
  return require('kafkajs') as typeof import('kafkajs');
}

function checksumOf(bytes: Buffer): number {
  return crc32c(bytes);
}
