import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bytesOf, dataOf, type Schemas } from './client.ts';
import { traceQuery } from './trace-detail.ts';

export type ArtifactEntry = Schemas['ArtifactPage']['entries'][number];

const PAGE = 100;

/** What lies in a folder, by name. */
export const artifactsQuery = (folder: string) =>
  infiniteQueryOptions({
    queryKey: ['artifacts', folder],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: token, signal }) => {
      const query = { folder, limit: PAGE, ...(token !== undefined && { page_token: token }) };
      return dataOf(api.GET('/api/v1/artifacts', { params: { query }, signal }));
    },
    getNextPageParam: ({ next_page_token: next }) => next,
  });

/** The bytes of a file. Not by a link: a link names no workspace. */
export function readArtifact(path: string): Promise<Blob> {
  return bytesOf(api.GET('/api/v1/artifacts/file', { params: { query: { path } }, parseAs: 'blob' }));
}

/** The folder in which all files of a trace lie. */
export function traceFolder(experimentId: string, traceId: string): string {
  return `${experimentId}/traces/tr-${traceId}/artifacts`;
}

/** An attachment of a trace that its content names. */
export const attachmentQuery = (traceId: string, id: string) =>
  queryOptions({
    queryKey: ['artifacts', 'attachment', traceId, id],
    staleTime: Infinity,
    queryFn: async ({ client }): Promise<Blob> => {
      const trace = await client.ensureQueryData(traceQuery(traceId));
      return readArtifact(`${traceFolder(trace.experiment_id, trace.trace_id)}/attachments/${id}`);
    },
  });
