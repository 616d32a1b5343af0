import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const LIFE = ['-days', '2'];

/** Files with PEM texts. */
export interface CertificateFiles {
  readonly key: string;
  readonly cert: string;
}

export interface TestAuthority {
  /** File with the authority's own certificate. */
  readonly ca: string;
  /** A key and certificate for a name: `DNS:kafka.test` or `IP:127.0.0.1`. */
  issue(name: string): Promise<CertificateFiles>;
}

/** A certificate authority of one test, made by openssl in a folder of the caller's. */
export async function createAuthority(folder: string): Promise<TestAuthority> {
  const file = (name: string): string => join(folder, name);
  const ca = file('ca.pem');
  const caKey = file('ca.key');
  await openssl(['req', '-x509', ...NEW_KEY, ...LIFE, '-keyout', caKey, '-out', ca, '-subj', '/CN=test']);
  return {
    ca,
    issue: async (name) => {
      const base = name.replaceAll(/[^\w]/g, '-');
      const [key, request, cert] = [file(`${base}.key`), file(`${base}.csr`), file(`${base}.pem`)];
      const subject = ['-subj', `/CN=${base}`, '-addext', `subjectAltName=${name}`];
      await openssl(['req', ...NEW_KEY, '-keyout', key, '-out', request, ...subject]);
      const signer = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-copy_extensions', 'copy'];
      await openssl(['x509', '-req', '-in', request, ...signer, ...LIFE, '-out', cert]);
      return { key, cert };
    },
  };
}

/** Key and certificate in one file, as Kafka wants them. */
export function joinPem({ key, cert }: CertificateFiles, target: string): string {
  writeFileSync(target, readFileSync(key, 'utf8') + readFileSync(cert, 'utf8'), { mode: 0o600 });
  return target;
}

async function openssl(parameters: readonly string[]): Promise<void> {
  try {
    await run('openssl', parameters);
  } catch (error) {
    throw new Error('a test needs openssl: apt-get install -y openssl', { cause: error });
  }
}
