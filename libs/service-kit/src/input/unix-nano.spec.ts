import { expect, it } from 'vitest';
import { parseUnixNano } from './unix-nano.ts';

it.each([
  ['1700000000123', 1_700_000_000_123_000_000n],
  ['2026-11-21T04:24:56Z', 1_795_235_096_000_000_000n],
  ['2026-11-21T04:24:56.683368999Z', 1_795_235_096_683_368_999n],
  ['2026-11-21T05:24:56.5+01:00', 1_795_235_096_500_000_000n],
  ['2026-11-21', undefined],
  ['2026-13-41T05:24:56Z', undefined],
  ['', undefined],
])('the time %s', (text, nanos) => expect(parseUnixNano(text)).toBe(nanos));
