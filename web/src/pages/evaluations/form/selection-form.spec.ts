import { describe, expect, it } from 'vitest';
import {
  builtInChoice,
  EMPTY_SELECTION,
  isComplete,
  registeredChoice,
  toNewEvaluation,
} from './selection-form.ts';

const form = { ...EMPTY_SELECTION, scorers: [registeredChoice('a:b'), builtInChoice('safety')] };
const scorers = [{ name: 'a:b' }, { name: 'safety', definition: { millrace_scorer: { kind: 'safety' } } }];

describe('the form of an evaluation', () => {
  it('asks for a window and a share of the traces', () => {
    const sampled = {
      ...form,
      name: ' nightly ',
      filter: "status = 'OK'",
      from: '2026-11-01T00:00',
      samplePercent: 10,
      budget: 2.5,
    };
    expect(toNewEvaluation('1', sampled)).toEqual({
      experiment_id: '1',
      name: 'nightly',
      scorers,
      sample_rate: 0.1,
      budget_usd: 2.5,
      filter: "status = 'OK'",
      from: new Date('2026-11-01T00:00').toISOString(),
    });
  });

  it('takes ids as they are pasted', () => {
    expect(toNewEvaluation('1', { ...form, kind: 'ids', traceIds: 'tr-1, tr-2\ntr-3 ' })).toMatchObject({
      trace_ids: ['tr-1', 'tr-2', 'tr-3'],
    });
  });

  it('lets records be answered anew when prompt and model are told', () => {
    const records = { ...form, kind: 'dataset' as const, datasetId: 'd-1', taskPrompt: 'prompts:/a/1' };
    expect(toNewEvaluation('1', records)).not.toHaveProperty('task');
    expect(toNewEvaluation('1', { ...records, taskModel: 'openai:/m' })).toMatchObject({
      dataset_id: 'd-1',
      task: { prompt: 'prompts:/a/1', model: 'openai:/m' },
    });
  });

  it.each([
    [{ ...form }, true],
    [{ ...form, scorers: [] }, false],
    [{ ...form, kind: 'ids' as const }, false],
    [{ ...form, kind: 'dataset' as const }, false],
  ])('is complete or not %#', (each, isSo) => {
    expect(isComplete(each)).toBe(isSo);
  });
});
