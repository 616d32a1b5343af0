import isIBAN from 'validator/lib/isIBAN.js';
import { eachMatch, type Finder, type Match } from '../match.ts';

const CANDIDATE = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ \u00a0-]?[A-Za-z0-9]){11,40}/g;
const SHORTEST = 15;
const LONGEST = 34;

/** International bank account numbers by country, length and checksum; words behind one are no part of it. */
export const findIbans: Finder = (text) => {
  const matches: Match[] = [];
  eachMatch(text, CANDIDATE, (index, candidate) => {
    const length = lengthOfIban(candidate);
    if (length !== undefined) matches.push({ from: index, to: index + length });
  });
  return matches;
};

function lengthOfIban(candidate: string): number | undefined {
  const places = [...candidate].flatMap((character, at) => (/[A-Za-z0-9]/.test(character) ? [at] : []));
  for (let count = Math.min(LONGEST, places.length); count >= SHORTEST; count -= 1) {
    const end = (places[count - 1] ?? 0) + 1;
    if (isIBAN(candidate.slice(0, end).replaceAll(/[^A-Za-z0-9]/g, ''))) return end;
  }
  return undefined;
}
