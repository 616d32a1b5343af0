import { describe, expect, it } from 'vitest';
import { gitOf, ownTagsOf, promptsOf } from './describe-model.ts';
import { toggleId } from './versions-search.ts';

const tags = {
  'mlflow.source.git.commit': '0af3',
  'mlflow.source.git.branch': 'main',
  'mlflow.source.git.dirty': 'true',
  'mlflow.source.git.repoURL': '',
  'mlflow.linkedPrompts': '[{"name": "shop", "version": "2"}, {"name": 3}]',
  team: 'a',
};

describe('a version of an application', () => {
  it('tells the source it was made of', () => {
    expect(gitOf({ tags })).toEqual({
      commit: '0af3',
      branch: 'main',
      isDirty: true,
      repository: undefined,
      diff: undefined,
    });
  });

  it('tells its prompts, and none where the tag is not what it should be', () => {
    expect(promptsOf({ tags })).toEqual([{ name: 'shop', version: 2 }]);
    expect(promptsOf({ tags: { 'mlflow.linkedPrompts': '{' } })).toEqual([]);
    expect(promptsOf({ tags: { 'mlflow.linkedPrompts': '{}' } })).toEqual([]);
  });

  it('keeps the tags of people', () => {
    expect(ownTagsOf({ tags })).toEqual([['team', 'a']]);
  });

  it('is chosen and let go, four at most', () => {
    expect(toggleId('a,b', 'b')).toBe('a');
    expect(toggleId('a', 'a')).toBeUndefined();
    expect(toggleId('a,b,c,d', 'e')).toBe('b,c,d,e');
  });
});
