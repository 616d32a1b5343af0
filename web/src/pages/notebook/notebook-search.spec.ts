import { expect, it } from 'vitest';
import { readNotebookSearch } from './notebook-search.ts';

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';

it.each([
  ['one trace', { trace_id: `tr-${ID}`, experiment_id: '1' }, [`tr-${ID}`]],
  ['several, each once', { trace_id: [ID, `tr-${ID}`, ID] }, [ID, `tr-${ID}`]],
  ['none', {}, []],
  ['what is no trace id', { trace_id: ['../../settings', 7, `${ID}0`] }, []],
])('reads %s', (_, search, ids) => {
  expect(readNotebookSearch(search).trace_id).toEqual(ids);
});
