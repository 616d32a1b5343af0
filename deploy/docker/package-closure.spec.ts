import { describe, expect, it } from 'vitest';
import { packageClosure, type LockedPackages } from './package-closure.ts';

const LOCKED: LockedPackages = {
  'apps/one': { dependencies: { '@millrace/kit': '*', a: '1.0.0' }, devDependencies: { tester: '1.0.0' } },
  'libs/kit': { dependencies: { b: '2.0.0' }, optionalDependencies: { 'server-x64': '1.0.0' } },
  'libs/kit/node_modules/b': { version: '2.0.0', dependencies: { c: '^1.0.0' } },
  'node_modules/@millrace/kit': { link: true, resolved: 'libs/kit' },
  'node_modules/a': {
    version: '1.0.0',
    optionalDependencies: { 'a-x64': '1.0.0', 'a-arm64': '1.0.0' },
    peerDependencies: { peer: '*', spare: '*' },
    peerDependenciesMeta: { spare: { optional: true } },
  },
  'node_modules/a-arm64': { version: '1.0.0' },
  'node_modules/a-x64': { version: '1.0.0' },
  'node_modules/b': { version: '1.0.0' },
  'node_modules/c': { version: '1.5.0', dependencies: { d: '*' } },
  'node_modules/c/node_modules/d': { version: '3.0.0', dependencies: { c: '*' } },
  'node_modules/peer': { version: '1.0.0' },
  'node_modules/server-x64': { version: '1.0.0' },
  'node_modules/spare': { version: '1.0.0' },
  'node_modules/tester': { version: '1.0.0' },
};

const isInstalled = (folder: string): boolean => !folder.endsWith('arm64');

describe('the packages of an image', () => {
  it('are those that are asked for at run time, for this platform, with the versions that each finds', () => {
    const { own, packages, direct } = packageClosure(LOCKED, ['apps/one'], {
      hasEmbeddedServers: false,
      isInstalled,
    });
    expect([...own].sort()).toEqual(['apps/one', 'libs/kit']);
    expect(Object.fromEntries(packages)).toEqual({
      'node_modules/a': 'node_modules/a',
      'node_modules/a-x64': 'node_modules/a-x64',
      'node_modules/b': 'libs/kit/node_modules/b',
      'node_modules/c': 'node_modules/c',
      'node_modules/c/node_modules/d': 'node_modules/c/node_modules/d',
      'node_modules/peer': 'node_modules/peer',
    });
    expect(direct).toEqual({ a: '1.0.0', b: '2.0.0' });
  });

  it('have the embedded servers where they are wanted', () => {
    const closure = packageClosure(LOCKED, ['apps/one'], { hasEmbeddedServers: true, isInstalled });
    expect(closure.packages.has('node_modules/server-x64')).toBe(true);
    expect(() =>
      packageClosure(LOCKED, ['apps/one'], { hasEmbeddedServers: true, isInstalled: () => false }),
    ).toThrow('libs/kit has no embedded server here: one of server-x64 has to be installed');
  });

  it('are refused when two versions want one place', () => {
    const torn = { ...LOCKED, 'node_modules/peer': { version: '1.0.0', dependencies: { b: '1.0.0' } } };
    expect(() => packageClosure(torn, ['apps/one'], { hasEmbeddedServers: false, isInstalled })).toThrow(
      'both want to be node_modules/b in the image',
    );
  });
});
