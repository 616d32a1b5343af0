import isIP from 'validator/lib/isIP.js';
import { matchesOf, type Finder, type Match } from '../match.ts';

const VERSION_4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\d|\.\d)/g;
const VERSION_6 = /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f:.]{0,40}/gi;

/** IP addresses of both versions, private ones included. */
export const findAddresses: Finder = (text) => {
  const found: Match[] = text.includes('.') ? [...matchesOf(text, VERSION_4)] : [];
  if (!text.includes(':')) return found;
  for (const { from, to } of matchesOf(text, VERSION_6)) {
    // What ends a sentence is no part of the address.
    const address = text.slice(from, to).replace(/(?<=[^:])[:.]+$/, '');
    if (/[0-9a-f]/i.test(address) && isIP(address, 6)) found.push({ from, to: from + address.length });
  }
  return found;
};
