import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { guardAddresses } from './address-guard.ts';

const guard = guardAddresses(false, 'MILLRACE_X');

it.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://10.1.2.3:8080/x',
  'https://169.254.169.254/latest/meta-data',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[fd00::1]/',
])('refuses %s', (url) => {
  expect(guard.refusalOf(new URL(url))).toMatch(/set MILLRACE_X=true/);
  expect(guardAddresses(true, 'MILLRACE_X').refusalOf(new URL(url))).toBeUndefined();
});

it.each(['https://api.openai.com/v1', 'http://8.8.8.8/', 'http://[2606:4700::1111]/'])('allows %s', (url) => {
  expect(guard.refusalOf(new URL(url))).toBeUndefined();
});

it('a name is judged by what it resolves to', async () => {
  const { lookup } = guard;
  if (!lookup) throw new Error('there is no lookup');
  await expect(promisify(lookup)('localhost', {})).rejects.toThrow(/private network/);
  await expect(promisify(lookup)('localhost', { all: true })).rejects.toThrow(/private network/);
  expect(guardAddresses(true, 'MILLRACE_X').lookup).toBeUndefined();
});
