import { queryOptions } from '@tanstack/react-query';
import { api, bytesOf, dataOf, type Schemas } from './client.ts';

export type ExportSchedule = Schemas['ExportSchedule'];
export type ExportRun = Schemas['ExportRun'];
export type ExportedName = 'traces.parquet' | 'spans.parquet' | 'manifest.json';

/** As many as are shown; the rest is asked for by the API. */
const LISTED = 100;
const WHILE_RUNNING_MS = 2_000;

export const exportSchedulesQuery = queryOptions({
  queryKey: ['export-schedules'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/export-schedules', { signal })),
});

/** Read again while one is under way. */
export const exportRunsQuery = (scheduleId: string) =>
  queryOptions({
    queryKey: ['export-schedules', scheduleId, 'runs'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/export-schedules/{schedule_id}/runs', {
          params: { path: { schedule_id: scheduleId }, query: { limit: LISTED } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.runs.some(({ state: of }) => of === 'waiting' || of === 'running') === true
        ? WHILE_RUNNING_MS
        : false,
  });

/** A file of a window that is done. */
export function readExportFile(run: ExportRun, name: ExportedName): Promise<Blob> {
  return bytesOf(
    api.GET('/api/v1/export-schedules/{schedule_id}/runs/{run_id}/files/{name}', {
      params: { path: { schedule_id: run.schedule_id, run_id: run.run_id, name } },
      parseAs: 'blob',
    }),
  );
}
