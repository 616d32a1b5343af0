import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Rejected } from '@millrace/domain';
import { ModelVersion, type Tag } from '@millrace/registered-models';
import { readModelTags, readVersionTags, writeModelTags, writeVersionTags } from './mlflow-prompt-tags.ts';

interface RecordedCall {
  readonly path: string;
  readonly status: number;
  readonly request: { readonly source: string; readonly tags?: readonly Tag[] } | null;
}

const RECORDED = readFileSync('test/fixtures/mlflow-calls.jsonl', 'utf8')
  .trim()
  .split('\n')
  // Written by the recorder of the stock server.
  .map((line) => JSON.parse(line) as RecordedCall);

function recorded(path: string): NonNullable<RecordedCall['request']>[] {
  return RECORDED.filter((call) => call.path.endsWith(path) && call.status === 200).flatMap(
    ({ request }) => request ?? [],
  );
}

const byKey = (a: Tag, b: Tag): number => (a.key < b.key ? -1 : 1);

describe('tags of recorded calls', () => {
  it('make prompts and models, and come back as they were', () => {
    const calls = recorded('/model-versions/create');
    expect(calls.length).toBeGreaterThan(2);
    for (const { source, tags = [] } of calls) {
      const { content, tags: own } = readVersionTags(source, tags);
      const version = Object.assign(new ModelVersion(), {
        ...content,
        tags: own.map((tag) => ({ versionId: 1, ...tag })),
      });
      expect(writeVersionTags(version).sort(byKey)).toEqual([...tags].sort(byKey));
    }
  });

  it('make names, and come back as they were', () => {
    for (const { tags = [] } of recorded('/registered-models/create')) {
      const { kind, tags: own } = readModelTags(tags);
      expect(kind).toBe(tags.length > 0 ? 'prompt' : 'model');
      expect(writeModelTags(kind, own).sort(byKey)).toEqual([...tags].sort(byKey));
    }
  });
});

describe('what can be no prompt', () => {
  const prompt = { key: 'mlflow.prompt.is_prompt', value: 'true' };
  const text = { key: 'mlflow.prompt.text', value: 'x' };
  it.each([
    ['bogus', [prompt, text], /Invalid prompt source: 'bogus'/],
    ['dummy-source', [prompt], /needs its text/],
    ['dummy-source', [prompt, text, { key: '_mlflow_prompt_type', value: 'song' }], /expected text or chat/],
    ['dummy-source', [prompt, text, { key: '_mlflow_prompt_type', value: 'chat' }], /list of messages/],
  ])('%s %#', (source, tags, message) => {
    expect(() => readVersionTags(source, tags)).toThrow(Rejected);
    expect(() => readVersionTags(source, tags)).toThrow(message);
  });

  it('the last word counts', () => {
    expect(readModelTags([prompt, { ...prompt, value: 'false' }]).kind).toBe('model');
    expect(readModelTags([{ ...prompt, value: 'TRUE' }]).kind).toBe('prompt');
  });
});
