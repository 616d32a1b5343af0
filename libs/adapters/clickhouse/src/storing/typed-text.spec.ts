import { expect, it } from 'vitest';
import { blobsText, readBlobs, readResourceBlobs } from './typed-text.ts';

it('keeps references of a span and of its resource apart, though they have one key', () => {
  const ofSpan = new Map([['big', { blob: 'w/0/trace/a', bytes: 1 }]]);
  const ofResource = new Map([['big', { blob: 'w/0/resource/b', bytes: 2 }]]);
  const text = blobsText(ofSpan, ofResource);
  expect(readBlobs(text)).toEqual(ofSpan);
  expect(readResourceBlobs(text)).toEqual(ofResource);
  expect(blobsText(new Map(), new Map())).toBe('');
  expect(readResourceBlobs('')).toBeUndefined();
});

it('reads what was stored before resources had references', () => {
  expect(readBlobs('[["big",{"blob":"b","bytes":1}]]')).toEqual(new Map([['big', { blob: 'b', bytes: 1 }]]));
});
