import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Rejected } from '@millrace/domain';

const ALGORITHM = 'aes-256-gcm';
/** What NIST SP 800-38D asks for random nonces. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/**
 * Encrypts secrets for storage. A sealed text names the key it was sealed with, so a former key opens what it sealed while
 * the current one seals what is new; it opens only with the `owner` it was sealed for, so it can't be moved to another row.
 */
export class SecretBox {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly currentId: string | undefined;

  /** Keys of 32 bytes, in base64 or hexadecimal; without `current` nothing can be sealed. */
  constructor(current: string | undefined, previous: readonly string[] = []) {
    const given = [...(current === undefined ? [] : [current]), ...previous].map(toBytes);
    this.keys = new Map(given.map((key) => [idOf(key), key]));
    this.currentId = current === undefined ? undefined : idOf(toBytes(current));
  }

  /** Whether secrets can be kept here. */
  get isAvailable(): boolean {
    return this.currentId !== undefined;
  }

  /** Throws Rejected where no key is set. */
  seal(secret: string, owner: string): string {
    const id = this.currentId;
    const key = id === undefined ? undefined : this.keys.get(id);
    if (id === undefined || key === undefined) {
      throw new Rejected(
        'Secrets can not be kept here: set MILLRACE_SECRET_KEY on the registry to what `openssl rand -base64 32` prints, and start it again.',
      );
    }
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(owner));
    const body = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, id, body.toString('base64url')].join('.');
  }

  /** Whether it was sealed with the current key; if not, seal it anew at the next chance. */
  isCurrent(sealed: string): boolean {
    return this.currentId !== undefined && sealed.startsWith(`${VERSION}.${this.currentId}.`);
  }

  /** Throws Rejected when its key is not known here, or when it is not what was sealed for `owner`. */
  open(sealed: string, owner: string): string {
    const [version, id = '', text = ''] = sealed.split('.');
    const key = version === VERSION ? this.keys.get(id) : undefined;
    if (!key) {
      throw new Rejected(
        `A secret was encrypted with the key ${id}, which is not set here: add it to MILLRACE_SECRET_PREVIOUS_KEYS, or store the secret again.`,
      );
    }
    const body = Buffer.from(text, 'base64url');
    try {
      const nonce = body.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(owner));
      decipher.setAuthTag(body.subarray(body.length - TAG_BYTES));
      const cipherText = body.subarray(NONCE_BYTES, body.length - TAG_BYTES);
      return decipher.update(cipherText, undefined, 'utf8') + decipher.final('utf8');
    } catch (error) {
      throw new Rejected('A stored secret is damaged: store it again.', 'invalid', { cause: error });
    }
  }
}

function toBytes(key: string): Buffer {
  return Buffer.from(key, /^[0-9a-f]{64}$/i.test(key) ? 'hex' : 'base64');
}

/** Tells keys apart and gives nothing of them away. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('millrace key id').update(key).digest('hex').slice(0, 8);
}
