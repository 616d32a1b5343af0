/** Names whose values are secrets, in headers, JSON and settings. */
export const SECRET_NAME =
  /authorization|cookie|passw(or)?d|secret|api[-_]?key|private[-_]?key|access[-_]?key|(access|refresh|auth|bearer|session)[-_]?token/i;

const MASKS: readonly (readonly [RegExp, string])[] = [
  // user:password@ of a URL
  [/(:\/\/[^\s:/@]*):[^\s@/]+@/g, '$1:***@'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, '$1 ***'],
  [
    new RegExp(`((?:${SECRET_NAME.source})["']?\\s*[:=]\\s*["']?)(?!Bearer|Basic)[^\\s"',;}]+`, 'gi'),
    '$1***',
  ],
  [
    /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    '*** $1private key ***',
  ],
  // keys of model providers
  [/\bsk-[\w-]{12,}/g, 'sk-***'],
];

/** The text without passwords, keys and tokens. */
export function maskSecrets(text: string): string {
  return MASKS.reduce((masked, [secret, mask]) => masked.replace(secret, mask), text);
}
