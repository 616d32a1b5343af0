import { expect, it } from 'vitest';
import { decodePageToken, encodePageToken } from './page-token.ts';

const SEARCH = ['issues', 1, "status = 'pending'"];
const SHAPE = [0, ''] as const;

it('a token leads on from where its page ended', () => {
  const token = encodePageToken(SEARCH, [17, 'iss-1']);
  expect(decodePageToken(token, SEARCH, SHAPE)).toEqual([17, 'iss-1']);
});

it.each([
  ['of another search', encodePageToken(['issues', 2], [17, 'iss-1'])],
  ['of another shape', encodePageToken(SEARCH, ['17', 'iss-1'])],
  ['cut short', encodePageToken(SEARCH, [17])],
  ['made up', 'x'],
  ['empty', Buffer.from('null').toString('base64url')],
])('a token %s is refused', (_, token) => {
  expect(() => decodePageToken(token, SEARCH, SHAPE)).toThrow('Invalid page token');
});
