import { eachMatch, NOTHING, type Finder, type Match } from '../match.ts';

/** As addresses in URLs have it, too. */
const AT = /@|%40/gi;
const DOMAIN = /(?:[\p{L}\p{N}-]{1,63}\.){1,10}\p{L}[\p{L}\p{N}-]{1,62}/uy;
const LOCAL = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}.%+'_~-]/u;
/** Writing without spaces would make the sentence before an address a part of it. */
const LOCAL_OF_ANY_SCRIPT = /[\p{L}\p{N}]/u;
const LONGEST_LOCAL = 64;

/** E-mail addresses, from each @ outwards: so a long text without a space costs no more than any other. */
export const findEmails: Finder = (text) => {
  if (!text.includes('@') && !text.includes('%40')) return NOTHING;
  const matches: Match[] = [];
  eachMatch(text, AT, (index, at) => {
    const from = localFrom(text, index, LOCAL) ?? localFrom(text, index, LOCAL_OF_ANY_SCRIPT);
    if (from === undefined) return;
    DOMAIN.lastIndex = index + at.length;
    const [domain] = DOMAIN.exec(text) ?? [];
    if (domain !== undefined) matches.push({ from, to: index + at.length + domain.length });
  });
  return matches;
};

function localFrom(text: string, end: number, allowed: RegExp): number | undefined {
  let from = end;
  while (from > 0 && end - from < LONGEST_LOCAL && allowed.test(text.charAt(from - 1))) from -= 1;
  return from === end ? undefined : from;
}
