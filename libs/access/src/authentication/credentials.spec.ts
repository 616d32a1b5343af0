import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatApiKey, hashSecret, makeApiKey, matchesHash, parseApiKey } from './api-key-text.ts';
import { readCredential } from './credentials.ts';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('an API key', () => {
  it('is found by its id and proven by its secret', () => {
    const key = makeApiKey();
    expect(parseApiKey(formatApiKey(key))).toEqual(key);
    expect(matchesHash(key.secret, hashSecret(key.secret))).toBe(true);
    expect(matchesHash(makeApiKey().secret, hashSecret(key.secret))).toBe(false);
  });

  it('is no other text', () => {
    fc.assert(fc.property(fc.string(), (text) => parseApiKey(text) === undefined));
    const text = formatApiKey(makeApiKey());
    for (const wrong of [text.slice(1), `${text}A`, text.replace('_', '-')]) {
      expect(parseApiKey(wrong)).toBeUndefined();
    }
  });
});

describe('a credential', () => {
  const key = makeApiKey();
  const text = formatApiKey(key);

  it.each([
    [{ authorization: `Bearer ${text}` }, { kind: 'key', key }],
    [{ authorization: `bearer   ${text}` }, { kind: 'key', key }],
    [{ authorization: basic(`anything:${text}`) }, { kind: 'key', key }],
    [{ authorization: basic('ada:pass:word') }, { kind: 'password', name: 'ada', password: 'pass:word' }],
    [{ authorization: 'Bearer nonsense' }, { kind: 'unreadable' }],
    [{ authorization: 'Negotiate abc' }, { kind: 'unreadable' }],
    [{ authorization: basic('no colon') }, { kind: 'unreadable' }],
    [{ cookie: 'a=b; millrace_session=token; c=d' }, { kind: 'session', token: 'token' }],
    [{ cookie: 'other_millrace_session=token' }, undefined],
    [{}, undefined],
  ])('of %j', (headers, expected) => {
    expect(readCredential(headers)).toEqual(expected);
  });

  it('that is shown on purpose comes before the cookie that browsers send', () => {
    const headers = { authorization: `Bearer ${text}`, cookie: 'millrace_session=token' };
    expect(readCredential(headers)?.kind).toBe('key');
  });

  it('of any bytes never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (authorization, cookie) => {
        readCredential({ authorization, cookie });
      }),
    );
  });
});
