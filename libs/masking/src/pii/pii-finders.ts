import { matchesOf, NOTHING, type Finder } from '../match.ts';
import type { PiiKind } from '../masking-rule.ts';
import { findAddresses } from './find-addresses.ts';
import { findCards } from './find-cards.ts';
import { findEmails } from './find-emails.ts';
import { findIbans } from './find-ibans.ts';
import { findApiKeys, findBearerTokens, findUrlPasswords } from './find-secrets.ts';

const INTERNATIONAL = String.raw`(?<![\d+])\+[1-9](?:[ \u00a0().\-/]{0,3}\d){6,14}(?!\d)`;
const DIALLED = String.raw`(?<![\w.:+-])00[1-9]\d{0,2}[ \u00a0.\-/](?:[ \u00a0().\-/]{0,2}\d){5,12}(?!\d)`;
const NORTH_AMERICAN = String.raw`(?<![\d-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])`;
const PHONES = new RegExp(`${INTERNATIONAL}|${DIALLED}|${NORTH_AMERICAN}`, 'g');
const SOCIAL_SECURITY = /(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g;

/**
 * How each kind is found. They find too much rather than too little, and each is linear: a repetition is bounded, or can end in one
 * way only.
 */
export const PII_FINDERS: Readonly<Record<PiiKind, Finder>> = {
  email: findEmails,
  phone: withDigits((text) => matchesOf(text, PHONES)),
  credit_card: withDigits(findCards),
  iban: withDigits(findIbans),
  ip_address: findAddresses,
  us_ssn: withDigits((text) => matchesOf(text, SOCIAL_SECURITY)),
  api_key: findApiKeys,
  bearer_token: findBearerTokens,
  url_password: findUrlPasswords,
};

const DIGITS = /\d.?.?.?\d/s;

/** Most texts hold no number, which is quickly told. */
function withDigits(find: Finder): Finder {
  return (text) => (DIGITS.test(text) ? find(text) : NOTHING);
}
