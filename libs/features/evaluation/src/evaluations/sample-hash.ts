import { createHash } from 'node:crypto';

/** Of 48 bits, so it is exact as a number and as a bigint of PostgreSQL. */
const HASHES = 2 ** 48;
const HASH_BYTES = 6;

/** Where a trace stands in every sample with this seed: the same in each process at any time. */
export function sampleHash(seed: string, subject: string): number {
  const digest = createHash('sha256').update(`${seed}\0${subject}`).digest();
  return digest.readUIntBE(0, HASH_BYTES);
}

/** Whether a sample of this rate holds it. */
export function isInSample(hash: number, rate: number): boolean {
  return hash < rate * HASHES;
}
