import { describe, expect, it } from 'vitest';
import { lockFaults } from './lock-faults.mjs';

const app = { dependencies: { kafka: '2.2.4', lib: '*' } };
const root = { devDependencies: { tool: '^1.0.0' } };
const lock = {
  packages: {
    '': root,
    'apps/one': app,
    'node_modules/kafka': { version: '2.2.4' },
    'node_modules/lib': { link: true },
    'node_modules/tool': { version: '1.4.0' },
  },
};
const manifests = { '': root, 'apps/one': app };

describe('lockFaults', () => {
  it('finds none in a lock that is up to date', () => {
    expect(lockFaults(lock, manifests)).toEqual([]);
  });

  it('finds a version that was raised, by what was asked and by what is locked', () => {
    const raised = { dependencies: { ...app.dependencies, kafka: '2.2.5' } };
    expect(lockFaults(lock, { ...manifests, 'apps/one': raised })).toEqual([
      'apps/one/package.json has kafka 2.2.5 in dependencies, the lock 2.2.4',
      'apps/one/package.json needs kafka 2.2.5, the lock has 2.2.4',
    ]);
  });

  it('finds a package that was added, one that was removed, and workspaces', () => {
    const added = { devDependencies: { ...root.devDependencies, other: '1.0.0' } };
    expect(lockFaults(lock, { '': added, 'libs/two': {} })).toEqual([
      'package.json has other 1.0.0 in devDependencies, the lock not',
      'package.json needs other, which the lock does not have',
      'libs/two/package.json is a workspace that the lock does not know',
      'the lock has the workspace apps/one, which is gone',
    ]);
    expect(lockFaults(lock, { ...manifests, '': {} })).toEqual([
      'package.json has tool not in devDependencies, the lock ^1.0.0',
    ]);
  });

  it('looks at the copy that the folder itself would load', () => {
    const own = {
      packages: { ...lock.packages, 'apps/one/node_modules/kafka': { version: '1.0.0' } },
    };
    expect(lockFaults(own, manifests)).toEqual([
      'apps/one/package.json needs kafka 2.2.4, the lock has 1.0.0',
    ]);
  });

  it('finds a registry that is named', () => {
    const kafka = { version: '2.2.4', resolved: 'https://mirror.example/kafka-2.2.4.tgz' };
    const named = { packages: { ...lock.packages, 'node_modules/kafka': kafka } };
    expect(lockFaults(named, manifests)).toEqual([
      'the lock says where node_modules/kafka comes from: leave that to npm',
    ]);
  });
});
