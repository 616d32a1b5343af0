import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

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

/** Keeps connections to addresses that users gave away from this machine and its private network. */
export interface AddressGuard {
  /** Says why a URL may not be reached; undefined when it may. Ask before every request, after every redirect. */
  refusalOf(url: URL): string | undefined;
  /**
   * For connections: fails when a name resolves to a private address, so judged and connected to are the same. Undefined
   * when every address is allowed.
   */
  readonly lookup: LookupFunction | undefined;
}

/** `setting` is what an operator sets to `true` to allow private addresses; refusals name it. */
export function guardAddresses(isPrivateAllowed: boolean, setting: string): AddressGuard {
  if (isPrivateAllowed) return { refusalOf: () => undefined, lookup: undefined };
  const refusalOf = (address: string): string | undefined =>
    isPrivate(address)
      ? `${address} is an address of this machine or of a private network; set ${setting}=true to allow that`
      : undefined;
  return {
    refusalOf: (url) => refusalOf(url.hostname.replace(/^\[|\]$/g, '')),
    lookup: (hostname, options, answer) =>
      lookup(hostname, options, (error, found: string | LookupAddress[], family) => {
        if (error) return answer(error, found, family);
        const addresses = typeof found === 'string' ? [found] : found.map(({ address }) => address);
        const refusal = addresses.map(refusalOf).find((each) => each !== undefined);
        answer(refusal === undefined ? null : new Error(refusal), found, family);
      }),
  };
}

/** False for a host name: it is judged by what it resolves to. */
function isPrivate(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
