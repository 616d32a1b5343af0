import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `mr_<id>_<secret>`: the id finds the key, the secret proves it. */
const TEXT = /^mr_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
const ID_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 12;
const SECRET_BYTES = 32;

/** A key as whoever holds it writes it, taken apart. */
export interface ApiKeyText {
  readonly id: string;
  readonly secret: string;
}

/** Undefined for what is no key. */
export function parseApiKey(text: string): ApiKeyText | undefined {
  const [, id, secret] = TEXT.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

export function makeApiKey(): ApiKeyText {
  // 256 is no multiple of 62: the bias does not matter, for only the secret is one.
  const id = [...randomBytes(ID_LENGTH)].map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join('');
  return { id, secret: randomBytes(SECRET_BYTES).toString('base64url') };
}

export function formatApiKey({ id, secret }: ApiKeyText): string {
  return `mr_${id}_${secret}`;
}

/** What is kept of a secret of 256 random bits; a slow hash is for what people choose. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** In the same time whatever the difference. */
export function matchesHash(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(hashSecret(secret), hash);
}
