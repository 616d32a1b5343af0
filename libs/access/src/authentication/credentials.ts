import { parseApiKey, type ApiKeyText } from './api-key-text.ts';

export const SESSION_COOKIE = 'millrace_session';

/** What a request shows to say who calls. */
export type Credential =
  | { readonly kind: 'key'; readonly key: ApiKeyText }
  | { readonly kind: 'password'; readonly name: string; readonly password: string }
  | { readonly kind: 'session'; readonly token: string }
  | { readonly kind: 'unreadable' };

/**
 * From `authorization: Bearer <key>` (MLFLOW_TRACKING_TOKEN, exporters), `Basic <name:password>` (MLFLOW_TRACKING_USERNAME and
 * _PASSWORD; a key may stand for the password), or the cookie of the web UI. Undefined: nothing is shown.
 */
export function readCredential(headers: Readonly<Record<string, unknown>>): Credential | undefined {
  const authorization = headers['authorization'];
  if (typeof authorization === 'string' && authorization !== '') return readAuthorization(authorization);
  const token = readCookie(headers['cookie'], SESSION_COOKIE);
  return token === undefined ? undefined : { kind: 'session', token };
}

function readAuthorization(header: string): Credential {
  const [, scheme = '', value = ''] = /^(\S+)\s+(.+)$/.exec(header.trim()) ?? [];
  if (scheme.toLowerCase() === 'bearer') return keyOr(value, { kind: 'unreadable' });
  if (scheme.toLowerCase() !== 'basic') return { kind: 'unreadable' };
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return { kind: 'unreadable' };
  const password = text.slice(colon + 1);
  return keyOr(password, { kind: 'password', name: text.slice(0, colon), password });
}

function keyOr(text: string, otherwise: Credential): Credential {
  const key = parseApiKey(text.trim());
  return key ? { kind: 'key', key } : otherwise;
}

/** The value of a cookie in a request's header; undefined: it has none of that name. */
export function readCookie(header: unknown, name: string): string | undefined {
  if (typeof header !== 'string') return undefined;
  for (const pair of header.split(';')) {
    const [key = '', value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}
