import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type Prompt = Schemas['Prompt'];
export type PromptVersion = Schemas['PromptVersion'];
export type PromptComparison = Schemas['PromptComparison'];
export type NewVersion = Schemas['CreatePromptVersionBody'];

const PAGE = 100;

/** Every query of prompts: what a change of one makes stale. */
export const PROMPTS_KEY = ['prompts'] as const;

/** The prompt that changed last first. */
export const promptsQuery = (filter: string) =>
  infiniteQueryOptions({
    queryKey: [...PROMPTS_KEY, 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/prompts', {
          params: {
            query: {
              limit: PAGE,
              order_by: 'last_updated_timestamp DESC',
              ...(filter !== '' && { filter }),
              ...(pageParam !== '' && { page_token: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_page_token: token }) => token,
  });

export const promptQuery = (name: string) =>
  queryOptions({
    queryKey: [...PROMPTS_KEY, name],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/prompts/{name}', { params: { path: { name } }, signal })),
  });

/** The latest first. */
export const promptVersionsQuery = (name: string) =>
  infiniteQueryOptions({
    queryKey: [...PROMPTS_KEY, name, 'versions'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/prompts/{name}/versions', {
          params: {
            path: { name },
            query: { limit: PAGE, ...(pageParam !== '' && { page_token: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next_page_token: token }) => token,
  });

export const promptVersionQuery = (name: string, version: number) =>
  queryOptions({
    queryKey: [...PROMPTS_KEY, name, 'version', version],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/prompts/{name}/versions/{version}', { params: { path: { name, version } }, signal }),
      ),
  });

export const promptComparisonQuery = (name: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...PROMPTS_KEY, name, 'comparison', from, to],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/prompts/{name}/comparison', {
          params: { path: { name }, query: { from: String(from), to: String(to) } },
          signal,
        }),
      ),
  });

/** A prompt with its first version. A version that is refused takes the name with it, so that nothing half made stays. */
export async function createPrompt(
  { name, description }: { readonly name: string; readonly description: string },
  version: NewVersion,
): Promise<PromptVersion> {
  await dataOf(api.POST('/api/v1/prompts', { body: { name, description, tags: {} } }));
  try {
    return await createPromptVersion(name, version);
  } catch (error) {
    await deletePrompt(name).catch(() => undefined);
    throw error;
  }
}

export function createPromptVersion(name: string, body: NewVersion): Promise<PromptVersion> {
  return dataOf(api.POST('/api/v1/prompts/{name}/versions', { params: { path: { name } }, body }));
}

export async function deletePrompt(name: string): Promise<void> {
  await dataOf(api.DELETE('/api/v1/prompts/{name}', { params: { path: { name } } }));
}

export async function deletePromptVersion(name: string, version: number): Promise<void> {
  await dataOf(
    api.DELETE('/api/v1/prompts/{name}/versions/{version}', { params: { path: { name, version } } }),
  );
}

/** Gives an alias to a version, taking it from another that has it. */
export async function putPromptAlias(name: string, alias: string, version: number): Promise<void> {
  await dataOf(
    api.PUT('/api/v1/prompts/{name}/aliases/{alias}', {
      params: { path: { name, alias } },
      body: { version },
    }),
  );
}

export async function deletePromptAlias(name: string, alias: string): Promise<void> {
  await dataOf(api.DELETE('/api/v1/prompts/{name}/aliases/{alias}', { params: { path: { name, alias } } }));
}

/** Tags of the prompt, or of one of its versions. */
export async function putPromptTag(
  name: string,
  version: number | undefined,
  key: string,
  value: string,
): Promise<void> {
  await dataOf(
    version === undefined
      ? api.PUT('/api/v1/prompts/{name}/tags/{key}', { params: { path: { name, key } }, body: { value } })
      : api.PUT('/api/v1/prompts/{name}/versions/{version}/tags/{key}', {
          params: { path: { name, version, key } },
          body: { value },
        }),
  );
}

export async function deletePromptTag(name: string, version: number | undefined, key: string): Promise<void> {
  await dataOf(
    version === undefined
      ? api.DELETE('/api/v1/prompts/{name}/tags/{key}', { params: { path: { name, key } } })
      : api.DELETE('/api/v1/prompts/{name}/versions/{version}/tags/{key}', {
          params: { path: { name, version, key } },
        }),
  );
}
