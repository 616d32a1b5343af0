import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';

it('what was found while evaluations ran is not shown for what they found in the end', async () => {
  // The browser's, read when the client is loaded.
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('sessionStorage', { getItem: () => null });
  const { evaluationScoresQuery } = await import('./evaluations.ts');
  const client = new QueryClient();
  client.setQueryData(evaluationScoresQuery(['1', '2'], false).queryKey, { scores: [] });
  expect(client.getQueryData(evaluationScoresQuery(['1', '2'], true).queryKey)).toBeUndefined();
});
