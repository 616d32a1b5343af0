import isLuhnNumber from 'validator/lib/isLuhnNumber.js';
import { eachMatch, type Finder, type Match } from '../match.ts';

/** Digits as cards are written: in groups, or in one. */
const DIGITS = /\d(?:[ \u00a0-]?\d){12,}/g;
/** By the first digits and the length. Source: ISO/IEC 7812, the networks' published ranges. */
const ISSUED =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,13}|6(?:011|4[4-9]\d|5\d\d)\d{12,15}|(?:2131|1800|35\d{3})\d{11}|62\d{14,17}|(?:50|5[6-9]|6[37])\d{10,17})$/;
const SHORTEST = 13;
const LONGEST = 19;

/** Numbers of credit and debit cards, by issuer, length and check digit; also where other digits stand before or behind. */
export const findCards: Finder = (text) => {
  const matches: Match[] = [];
  eachMatch(text, DIGITS, (index, run) => {
    const places = [...run].flatMap((character, at) => (isDigit(character) ? [at] : []));
    for (let first = 0; first + SHORTEST <= places.length; first += 1) {
      const found = cardAt(run, places, first);
      if (!found) continue;
      matches.push({ from: index + found.from, to: index + found.to });
      while ((places[first + 1] ?? Infinity) < found.to) first += 1;
    }
  });
  return matches;
};

/** The longest card whose first digit is the `first` one; a group is never cut. */
function cardAt(run: string, places: readonly number[], first: number): Match | undefined {
  const from = places[first] ?? 0;
  if (from > 0 && isDigit(run.charAt(from - 1))) return undefined;
  for (let length = LONGEST; length >= SHORTEST; length -= 1) {
    const last = places[first + length - 1];
    if (last === undefined || isDigit(run.charAt(last + 1))) continue;
    const digits = run.slice(from, last + 1).replaceAll(/\D/g, '');
    if (ISSUED.test(digits) && isLuhnNumber(digits)) return { from, to: last + 1 };
  }
  return undefined;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character !== '';
}
