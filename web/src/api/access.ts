import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type ApiKey = Schemas['ApiKey'];
export type NewApiKey = Schemas['NewApiKey'];
export type Member = Schemas['Member'];
export type User = Schemas['User'];
export type AuditEntry = Schemas['AuditEntry'];

const ENTRIES = 100;

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/api-keys', { signal })),
});

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/members', { signal })),
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/users', { signal })),
});

/** The newest first. */
export const auditQuery = (actor: string, action: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', actor, action],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/audit-entries', {
          params: {
            query: {
              limit: ENTRIES,
              ...(actor !== '' && { actor }),
              ...(action !== '' && { action }),
              ...(pageParam !== '' && { page_token: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_page_token: token }) => token,
  });

/** What members and keys may be, with what that means. */
export const ROLES = [
  { value: 'ingest', label: 'Ingest: sends traces, no more' },
  { value: 'viewer', label: 'Viewer: looks at everything' },
  { value: 'editor', label: 'Editor: sends, looks and changes' },
  { value: 'admin', label: 'Admin: keys, members and settings too' },
] as const;
