import { describe, expect, it } from 'vitest';
import type { PiiKind } from '../masking-rule.ts';
import { PII_FINDERS } from './pii-finders.ts';

const found = (kind: PiiKind, text: string): string[] =>
  PII_FINDERS[kind](text).map(({ from, to }) => text.slice(from, to));

describe('what is found', () => {
  it.each<[PiiKind, string, string]>([
    ['email', 'mail alice.o\u2019x alice@example.com, please', 'alice@example.com'],
    ['email', 'https://x.test/?to=alice%40example.co.uk&x=1', 'alice%40example.co.uk'],
    ['email', '联系alice+tag@example.com。', 'alice+tag@example.com'],
    ['email', 'jürgen@müller.example', 'jürgen@müller.example'],
    ['email', '用户@例子.公司', '用户@例子.公司'],
    ['email', `${'x'.repeat(100)}bob@example.com`, `${'x'.repeat(61)}bob@example.com`],
    ['phone', 'call +49 (0)30 901820-15 now', '+49 (0)30 901820-15'],
    ['phone', 'tel:+14155550132', '+14155550132'],
    ['phone', 'ring 0049 30 901820', '0049 30 901820'],
    ['phone', 'or (415) 555-0132.', '(415) 555-0132'],
    ['phone', 'or 415.555.0132', '415.555.0132'],
    ['credit_card', 'pay 4111 1111 1111 1111 12/29', '4111 1111 1111 1111'],
    ['credit_card', '4111111111111111', '4111111111111111'],
    ['credit_card', 'in 2024 3782-822463-10005 of 123', '3782-822463-10005'],
    ['credit_card', '5555555555554444 123', '5555555555554444'],
    ['iban', 'to DE89 3704 0044 0532 0130 00 bitte', 'DE89 3704 0044 0532 0130 00'],
    ['iban', 'GB82WEST12345698765432', 'GB82WEST12345698765432'],
    ['ip_address', 'from 192.168.1.17:8080', '192.168.1.17'],
    ['ip_address', 'at 2001:db8::8a2e:370:7334.', '2001:db8::8a2e:370:7334'],
    ['us_ssn', 'ssn 078-05-1120', '078-05-1120'],
    ['api_key', 'key=sk-proj-AbCdEfGhIjKlMnOpQrSt', 'sk-proj-AbCdEfGhIjKlMnOpQrSt'],
    ['api_key', '"AKIAIOSFODNN7EXAMPLE"', 'AKIAIOSFODNN7EXAMPLE'],
    ['api_key', `x eyJhbGciOiJI.eyJzdWIiOiIx.sig-nature y`, 'eyJhbGciOiJI.eyJzdWIiOiIx.sig-nature'],
    ['bearer_token', 'authorization: Bearer abcd1234efgh', 'abcd1234efgh'],
    ['bearer_token', 'Basic dXNlcjpwYXNz0A==', 'dXNlcjpwYXNz0A=='],
    ['url_password', 'postgres://app:s3cr3t!@db.test/x', 's3cr3t!'],
  ])('%s in %s', (kind, text, wanted) => {
    expect(found(kind, text)).toEqual([wanted]);
  });

  it('a private key, whole or cut off', () => {
    const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIB/a+b=\n-----END RSA PRIVATE KEY-----';
    expect(found('api_key', `x ${key} y`)).toEqual([key]);
    expect(found('api_key', key.slice(0, 40))).toEqual([key.slice(0, 40)]);
  });

  it('one thing beside another', () => {
    expect(found('email', 'a@b.com,c@d.org;e@f.net')).toEqual(['a@b.com', 'c@d.org', 'e@f.net']);
    expect(found('credit_card', '4111111111111111 5555555555554444')).toHaveLength(2);
  });
});

it.each<[PiiKind, string]>([
  ['email', 'meet @ noon, a@b, @decorator'],
  ['phone', '2024-01-01T00:00:00+00:00 took 1234567 ns'],
  ['credit_card', '4111 1111 1111 1112 and 1732245012345678901'],
  ['iban', 'DE89 3704 0044 0532 0130 01'],
  ['ip_address', 'std::vector at 12:34:56 of 1.2.3'],
  ['us_ssn', '000-12-3456 and 2024-01-01'],
  ['api_key', 'task-based risk-adjusted sketches'],
  ['bearer_token', 'the bearer of bad news, basic understanding'],
  ['url_password', 'https://example.com:8080/a@b'],
])('%s is not found in: %s', (kind, text) => {
  expect(found(kind, text)).toEqual([]);
});

it('every kind takes no longer for hostile texts than for others', () => {
  const size = 200_000;
  const hostile = [
    'a',
    '1',
    '1 ',
    '+1',
    'a@',
    'a.',
    ':',
    'DE89',
    '://a:',
    'eyJ',
    'sk-',
    '-----BEGIN ',
    'bearer ',
    '%40',
  ]
    .map((piece) => piece.repeat(size / piece.length))
    .concat(`${'a'.repeat(size)}@`, `${'a'.repeat(size)}@${'a.'.repeat(size / 2)}`);
  for (const [kind, find] of Object.entries(PII_FINDERS)) {
    for (const text of hostile) {
      const begun = performance.now();
      find(text);
      // Quadratic work would take minutes.
      expect(performance.now() - begun, `${kind}: ${text.slice(0, 20)}`).toBeLessThan(10_000);
    }
  }
}, 120_000);
