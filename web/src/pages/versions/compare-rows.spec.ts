import { expect, it } from 'vitest';
import type { LoggedModel } from '../../api/logged-models.ts';
import { compareModels } from './compare-rows.ts';

function model(said: Partial<LoggedModel>): LoggedModel {
  return { status: 'READY', params: {}, tags: {}, metrics: [], ...said } as LoggedModel;
}

it('versions are compared side by side, what differs first', () => {
  const metric = { key: 'accuracy', step: 0, run_id: 'r', dataset_name: 'd' };
  const parts = compareModels([
    model({
      params: { a: '1', temperature: '0.2' },
      metrics: [
        { ...metric, value: 0.91, time: '2026-01-02T00:00:00Z' },
        { ...metric, value: 0.5, time: '2026-01-01T00:00:00Z' },
      ],
    }),
    model({ params: { a: '1', temperature: '0.7', top_k: '3' }, tags: { 'mlflow.source.git.branch': 'x' } }),
  ]);
  expect(parts).toEqual([
    {
      title: 'About',
      rows: [
        { label: 'Status', values: ['READY', 'READY'], isDifferent: false },
        { label: 'Branch', values: [undefined, 'x'], isDifferent: true },
        { label: 'Uncommitted changes', values: ['no', 'no'], isDifferent: false },
      ],
    },
    {
      title: 'Params',
      rows: [
        { label: 'temperature', values: ['0.2', '0.7'], isDifferent: true },
        { label: 'top_k', values: [undefined, '3'], isDifferent: true },
        { label: 'a', values: ['1', '1'], isDifferent: false },
      ],
    },
    {
      title: 'Metrics',
      rows: [{ label: 'accuracy on d', values: ['0.91', undefined], isDifferent: true }],
    },
  ]);
});
