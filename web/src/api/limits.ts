import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';
import { currentWorkspace } from './workspace.ts';

export type Limits = Schemas['Limits'];
export type LimitKind = keyof Limits['limits'];

/** In the order they are shown. */
export const LIMITS: readonly { readonly kind: LimitKind; readonly label: string }[] = [
  { kind: 'spans_per_second', label: 'Spans a second' },
  { kind: 'bytes_per_second', label: 'Bytes a second' },
  { kind: 'requests_per_second', label: 'Requests to the API a second' },
  { kind: 'queries_at_once', label: 'Queries at once' },
  { kind: 'spans_per_day', label: 'Spans a day' },
  { kind: 'bytes_per_day', label: 'Bytes a day' },
  { kind: 'spans_per_month', label: 'Spans a month' },
  { kind: 'bytes_per_month', label: 'Bytes a month' },
];

/** Of a key, or without one of the workspace that this tab is about. */
export const limitsQuery = (keyId?: string) =>
  queryOptions({
    queryKey: ['limits', keyId ?? 'workspace'],
    queryFn: async ({ signal }) => {
      if (keyId === undefined) {
        const params = { path: { name: await workspaceName() } };
        return dataOf(api.GET('/api/v1/workspaces/{name}/limits', { params, signal }));
      }
      const params = { path: { key_id: keyId } };
      return dataOf(api.GET('/api/v1/api-keys/{key_id}/limits', { params, signal }));
    },
  });

export async function putLimits(keyId: string | undefined, body: Limits['own']): Promise<Limits> {
  if (keyId === undefined) {
    const params = { path: { name: await workspaceName() } };
    return dataOf(api.PUT('/api/v1/workspaces/{name}/limits', { params, body }));
  }
  return dataOf(api.PUT('/api/v1/api-keys/{key_id}/limits', { params: { path: { key_id: keyId } }, body }));
}

/** Where none was chosen the server takes the default one, or the only one there is to the caller. */
async function workspaceName(): Promise<string> {
  const chosen = currentWorkspace();
  if (chosen !== undefined) return chosen;
  const { workspaces } = await dataOf(api.GET('/api/v1/workspaces'));
  const names = workspaces.map(({ name }) => name);
  return names.length === 1 ? (names[0] ?? 'default') : 'default';
}
