import type { AttributeValue } from '@millrace/domain';
import { Rejected } from '@millrace/domain';
import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Masker, MaskingTally } from './masker.ts';
import { PII_KINDS, type MaskingRule, type MaskingTarget } from './masking-rule.ts';

const hash = (text: string): string => createHmac('sha256', 'key').update(text).digest('hex');
const rule = (name: string, target: MaskingTarget, more: Partial<MaskingRule> = {}): MaskingRule => ({
  name,
  target,
  action: 'text',
  masksNames: true,
  ...more,
});
const pattern = (text: string, ignoresCase = false): MaskingTarget => ({
  kind: 'pattern',
  pattern: text,
  ignoresCase,
});
const EMAIL = rule('email', { kind: 'pii', pii: ['email'] });
const EVERYTHING = rule('pii', { kind: 'pii', pii: PII_KINDS });
const PASSWORD = rule('password', { kind: 'key', keys: ['pass*', 'api_key'] });

function mask(text: string, ...rules: MaskingRule[]): string {
  return new Masker(rules, hash).text(text, new MaskingTally());
}

describe('a text', () => {
  it('has what is found replaced, and counted by rule', () => {
    const tally = new MaskingTally();
    const masker = new Masker([EMAIL, rule('order', pattern(String.raw`ORD-\d+`))], hash);
    expect(masker.text('a@b.com about ORD-17 and c@d.org', tally)).toBe(
      '[masked:email] about [masked:order] and [masked:email]',
    );
    expect(Object.fromEntries(tally.counts)).toEqual({ email: 2, order: 1 });
  });

  it('has a text of the rule, or a hash that joins', () => {
    expect(mask('a@b.com', { ...EMAIL, text: '***' })).toBe('***');
    const hashed = mask('a@b.com, a@b.com, c@d.org', { ...EMAIL, action: 'hash' }).split(', ');
    expect(hashed[0]).toMatch(/^\[masked:email:[a-p]{16}\]$/);
    expect(hashed[1]).toBe(hashed[0]);
    expect(hashed[2]).not.toBe(hashed[0]);
  });

  it('keeps nothing of matches that overlap; the first rule names them', () => {
    const digits = rule('digits', pattern(String.raw`\d{4}`));
    const card = rule('card', { kind: 'pii', pii: ['credit_card'] });
    expect(mask('x 4111 1111 1111 1111 y', digits, card)).toBe('x [masked:digits] y');
    expect(mask('x 4111 1111 1111 1111 y', card, digits)).toBe('x [masked:card] y');
    expect(mask('abcd', rule('one', pattern('abc')), rule('two', pattern('bcd')))).toBe('[masked:one]');
  });

  it.each([
    [
      'strings',
      '{"a": "x a@b.com", "n": 12345678901234567890}',
      '{"a": "x [masked:email]", "n": 12345678901234567890}',
    ],
    ['escapes', String.raw`{"a":"a\u0040b.com"}`, '{"a":"[masked:email]"}'],
    ['escaped slashes', String.raw`["\u0061@b.com\/x"]`, '["[masked:email]/x"]'],
    ['keys', '{"a@b.com":1}', '{"[masked:email]":1}'],
    [
      'JSON in strings',
      JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(['a@b.com']) }) }),
      JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(['[masked:email]']) }) }),
    ],
    [
      'JSON that was cut',
      String.raw`{"a":"x\n","b":"hi a\u0040b.com and`,
      String.raw`{"a":"x\n","b":"hi [masked:email] and`,
    ],
    ['JSON in prose', String.raw`Result: {"to":"a\u0040b.com"} sent`, 'Result: {"to":"[masked:email]"} sent'],
    [
      'prose with quotes',
      'He said "a@b.com\nis mine" to c@d.org',
      'He said "[masked:email]\nis mine" to [masked:email]',
    ],
  ])('is read as JSON where it is: %s', (_, text, masked) => {
    expect(mask(text, EMAIL)).toBe(masked);
  });

  it('has values of keys masked whole, wherever they stand', () => {
    expect(
      mask('{"Password": {"a": [1, "]}"]}, "user": {"api_key":17,"x":null,"passwd":null}}', PASSWORD),
    ).toBe(
      '{"Password": "[masked:password]", "user": {"api_key":"[masked:password]","x":null,"passwd":null}}',
    );
    expect(mask('{"a":"{\\"password\\":\\"x\\"}", "password":"cut of', PASSWORD)).toBe(
      '{"a":"{\\"password\\":\\"[masked:password]\\"}", "password":"[masked:password]"',
    );
  });

  it('has long integers looked at, and no other number', () => {
    const card = rule('card', { kind: 'pii', pii: ['credit_card'] });
    expect(mask('{"a":4111111111111111,"b":4111111111111111.5,"c":17}', card)).toBe(
      '{"a":"[masked:card]","b":4111111111111111.5,"c":17}',
    );
  });
});

describe('an attribute', () => {
  const value = (key: string, given: AttributeValue, ...rules: MaskingRule[]): AttributeValue =>
    new Masker(rules, hash).value(key, given, new MaskingTally());

  it('is masked in lists and maps, and whole by its key', () => {
    const nested = new Map<string, AttributeValue>([
      ['to', ['a@b.com', 1n, true]],
      ['password', 5],
    ]);
    expect(value('x', nested, EMAIL, PASSWORD)).toEqual(
      new Map<string, AttributeValue>([
        ['to', ['[masked:email]', 1n, true]],
        ['password', '[masked:password]'],
      ]),
    );
    expect(value('user.password', Uint8Array.of(1), PASSWORD)).toBe('[masked:password]');
    expect(value('user.password', null, PASSWORD)).toBeNull();
  });

  it('is the same object where nothing is found', () => {
    const list = ['x', new Map([['y', 'z']])];
    expect(value('x', list, EMAIL, PASSWORD)).toBe(list);
  });

  it('has a hash of its value, however that is written', () => {
    const hashed = { ...PASSWORD, action: 'hash' as const };
    const attribute = value('password', 'x', hashed);
    expect(value('y', '{"password":"x"}', hashed)).toBe(JSON.stringify({ password: attribute }));
    expect(value('password', attribute, hashed)).toBe(attribute);
  });

  it('keeps its name, unless a rule looks at names', () => {
    const masker = (masksNames: boolean) => new Masker([{ ...EMAIL, masksNames }], hash);
    const given = new Map([
      ['of a@b.com', 1n],
      ['of c@d.com', 2n],
    ]);
    expect([...masker(false).attributes(given, new MaskingTally()).keys()]).toEqual([...given.keys()]);
    expect([...masker(true).attributes(given, new MaskingTally()).keys()]).toEqual([
      'of [masked:email]',
      'of [masked:email]#2',
    ]);
  });
});

it('a pattern that is none is refused with its place', () => {
  expect(() => mask('', rule('broken', pattern('ab[c')))).toThrow(Rejected);
  expect(() => mask('', rule('broken', pattern('ab[c')))).toThrow(/'broken'.*character 3/);
  expect(() => mask('', rule('look', pattern('(?<=a)b')))).toThrow(Rejected);
});

const SECRETS = [
  'alice@example.com',
  '4111 1111 1111 1111',
  'DE89370400440532013000',
  '078-05-1120',
  'AKIAIOSFODNN7EXAMPLE',
  '+14155550132',
];
const secret = fc.constantFrom(...SECRETS);
const around = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((text) => text.replaceAll(/[\p{L}\p{N}._%+'-]+$|^[\p{L}\p{N}._%+'-]+/gu, ''));
/** With letters as \uXXXX, as some clients write them. */
const escapeAll = (text: string): string =>
  text.replaceAll(/[@a-z0-9]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('whatever stands around it', () => {
  const masker = new Masker([EVERYTHING], hash);
  const masked = (text: string): string => masker.text(text, new MaskingTally());

  it('a secret is gone, and a second time changes nothing', () => {
    fc.assert(
      fc.property(around, secret, around, (before, hidden, after) => {
        const once = masked(`${before} ${hidden} ${after}`);
        expect(once).not.toContain(hidden);
        expect(masked(once)).toBe(once);
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('a secret in JSON is gone, and JSON stays JSON', () => {
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        secret.map((hidden) => ` ${hidden} `),
        fc.string(),
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
        tie('value').map((inner) => JSON.stringify(inner)),
      ),
    })).value;
    fc.assert(
      fc.property(json, fc.boolean(), (value, isEscaped) => {
        const text = JSON.stringify([value]);
        const given = isEscaped ? text.replaceAll('alice@example.com', escapeAll('alice@example.com')) : text;
        const once = masked(given);
        const back = JSON.stringify(JSON.parse(once));
        for (const hidden of SECRETS) expect(back).not.toContain(hidden);
        expect(masked(once)).toBe(once);
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});
