import { expect, it } from 'vitest';
import { snippetsFor } from './snippets.ts';

it('every snippet sends to this server', () => {
  for (const { text } of snippetsFor('https://traces.example', undefined)) {
    expect(text).toContain('https://traces.example');
    expect(text).not.toContain('workspace');
  }
});

it('every snippet sends into the workspace that one is in', () => {
  for (const { text } of snippetsFor('https://traces.example', 'team-a')) expect(text).toContain('team-a');
});
