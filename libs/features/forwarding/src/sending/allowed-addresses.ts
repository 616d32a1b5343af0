import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

const PRIVATE = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(address, bits, 'ipv6');

/** Says why an address may not be reached; undefined when it may. Host names are judged by what they resolve to. */
export function refusalOfAddress(address: string): string | undefined {
  const family = isIP(address);
  if (family === 0 || !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4')) return undefined;
  return (
    `${address} is an address of this machine or of a private network; ` +
    'set MILLRACE_FORWARDING_PRIVATE_TARGETS=true to allow that'
  );
}

type LookupAnswer = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** A `lookup` for connections that fails when a name resolves to a private address: judged and connected to are the same. */
export function lookupPublic(hostname: string, options: LookupOptions, answer: LookupAnswer): void {
  lookup(
    hostname,
    options,
    (error: NodeJS.ErrnoException | null, found: string | LookupAddress[], family?: number) => {
      if (error) return answer(error, found, family);
      const addresses = typeof found === 'string' ? [found] : found.map(({ address }) => address);
      const refusal = addresses.map(refusalOfAddress).find((each) => each !== undefined);
      answer(refusal === undefined ? null : new Error(refusal), found, family);
    },
  );
}
