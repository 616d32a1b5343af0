import { describe, expect, it } from 'vitest';
import { queueParts } from './queue-rules.ts';

describe('queueParts', () => {
  it('brings users and schemas of a custom queue into one spelling', () => {
    expect(
      queueParts('custom', { name: ' Weekly ', users: ['Bob', ' alice', 'BOB'], schemaIds: ['b', 'a', 'b'] }),
    ).toEqual({ name: 'Weekly', users: ['alice', 'bob'], schemaIds: ['a', 'b'] });
  });

  it('makes a user queue the one of its user', () => {
    const parts = { name: 'carol', users: ['carol'], schemaIds: [] };
    expect(queueParts('user', { name: 'Carol', users: [], schemaIds: [] })).toEqual(parts);
    expect(queueParts('user', { name: 'carol', users: ['CAROL'], schemaIds: [] })).toEqual(parts);
  });

  it.each([
    ['custom', { name: 'DEFAULT', users: [], schemaIds: [] }, 'reserved'],
    ['custom', { name: '  ', users: [], schemaIds: [] }, 'must not be empty'],
    ['custom', { name: 'n'.repeat(251), users: [], schemaIds: [] }, 'at most 250 characters, not 251'],
    ['custom', { name: 'n', users: [...'abcdefghijk'], schemaIds: [] }, 'at most 10 users, not 11'],
    ['custom', { name: 'n', users: [' '], schemaIds: [] }, 'must not be empty'],
    ['user', { name: 'a', users: ['b'], schemaIds: [] }, 'exactly one user'],
    ['user', { name: 'a', users: [], schemaIds: ['ls-1'] }, 'leave schema_ids out'],
  ] as const)('refuses a %s queue that can not be', (kind, given, message) => {
    expect(() => queueParts(kind, given)).toThrow(message);
  });
});
