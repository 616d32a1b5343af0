import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type SignIn = Schemas['SignIn'];
export type Role = Schemas['WorkspaceRole']['role'];

export const SIGN_IN_KEY = ['sign-in'] as const;

/** Who looks at the page, and what they are where; answered to nobody too. */
export const signInQuery = queryOptions({
  queryKey: SIGN_IN_KEY,
  staleTime: Infinity,
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/sign-in', { signal })),
});

export function signIn(name: string, password: string): Promise<unknown> {
  return dataOf(api.POST('/api/v1/sign-in', { body: { name, password } }));
}

export function signOut(): Promise<unknown> {
  return dataOf(api.DELETE('/api/v1/sign-in'));
}

export function changePassword(old: string, password: string): Promise<unknown> {
  return dataOf(api.PUT('/api/v1/sign-in/password', { body: { old_password: old, new_password: password } }));
}
