const SEED = 0x9747b28c;
const M = 0x5bd1e995;

/**
 * The partition of a key out of `shards`: murmur2 of its UTF-8 bytes, the same that Kafka's own clients choose by default,
 * so that a record written by another tool lands in the right one too.
 */
export function shardOf(key: string, shards: number): number {
  return (murmur2(Buffer.from(key)) & 0x7fffffff) % shards;
}

function murmur2(data: Buffer): number {
  let hash = SEED ^ data.length;
  const wholeWords = data.length & ~3;
  for (let at = 0; at < wholeWords; at += 4) {
    let word = Math.imul(data.readInt32LE(at), M);
    word ^= word >>> 24;
    hash = Math.imul(hash, M) ^ Math.imul(word, M);
  }
  const rest = data.length - wholeWords;
  if (rest > 0) {
    hash ^= data.readUIntLE(wholeWords, rest);
    hash = Math.imul(hash, M);
  }
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M);
  return hash ^ (hash >>> 15);
}
