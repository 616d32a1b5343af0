import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNodesV2 } from './nx-tests.mjs';

const [pattern, createNodes] = createNodesV2;

describe('the nx targets', () => {
  it('are there for every project, each for its own folder', () => {
    const files = globSync(pattern);
    const nodes = createNodes(files);
    expect(nodes.length).toBeGreaterThan(20);
    expect(files).toContain('libs/adapters/kafka/package.json');
    const kafka = nodes.find(([file]) => file === 'libs/adapters/kafka/package.json');
    expect(kafka?.[1].projects['libs/adapters/kafka']?.targets).toMatchObject({
      test: { command: 'vitest run --passWithNoTests --project unit libs/adapters/kafka/' },
      contract: { command: 'vitest run --passWithNoTests --project contract libs/adapters/kafka/' },
    });
  });

  it('leave packages of others alone', () => {
    expect(createNodes(['libs/a/node_modules/b/package.json'])).toEqual([]);
  });
});
