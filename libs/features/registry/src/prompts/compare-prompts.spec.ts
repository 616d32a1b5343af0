import { describe, expect, it } from 'vitest';
import { ModelVersion } from '@millrace/registered-models';
import { comparePrompts } from './compare-prompts.ts';

function version(said: Partial<ModelVersion>): ModelVersion {
  return Object.assign(new ModelVersion(), { templateKind: 'text', ...said });
}

describe('two versions of a prompt', () => {
  it('are compared by line', () => {
    const compared = comparePrompts(
      version({ template: 'Be {{style}}.\nAnswer.\n', modelConfig: '{"a":1}' }),
      version({ template: 'Be {{mood}}.\nAnswer.\nThanks.\n' }),
    );
    expect(compared).toEqual({
      template: [
        { kind: 'removed', text: 'Be {{style}}.\n' },
        { kind: 'added', text: 'Be {{mood}}.\n' },
        { kind: 'same', text: 'Answer.\n' },
        { kind: 'added', text: 'Thanks.\n' },
      ],
      variablesAdded: ['mood'],
      variablesRemoved: ['style'],
      isResponseFormatChanged: false,
      isModelConfigChanged: true,
    });
  });

  it('are compared message by message when they are chats', () => {
    const chat = (said: string) =>
      version({
        templateKind: 'chat',
        template: JSON.stringify([{ role: 'user', content: said, name: 'n' }]),
      });
    expect(comparePrompts(chat('a'), chat('b')).template).toEqual([
      { kind: 'same', text: '[user]\n' },
      { kind: 'removed', text: 'a\n' },
      { kind: 'added', text: 'b\n' },
      { kind: 'same', text: '{\n  "name": "n"\n}' },
    ]);
  });

  it('take no longer than they may', () => {
    const lines = (seed: number) => Array.from({ length: 30_000 }, (_, i) => (i * seed) % 9973).join('\n');
    const begin = performance.now();
    const { template } = comparePrompts(version({ template: lines(7) }), version({ template: lines(11) }));
    expect(performance.now() - begin).toBeLessThan(2000);
    expect(template.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
