import { expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from './local-input.ts';

it('a time comes back as it went in, to the minute', () => {
  expect(fromLocalInput(toLocalInput('2026-11-20T09:30:00.000Z'))).toBe('2026-11-20T09:30:00.000Z');
});

it.each(['', 'soon'])('%j is no time', (value) => {
  expect(fromLocalInput(value)).toBeUndefined();
});
