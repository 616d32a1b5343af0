import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf } from '../../../../api/client.ts';
import { exportRunsQuery, exportSchedulesQuery, type ExportSchedule } from '../../../../api/exports.ts';
import { useChange } from '../../../../api/use-change.ts';
import { ProblemNotice } from '../../../../components/problem-notice.tsx';

const DAY_MS = 86_400_000;

/** Exports the windows of days that have ended, also those that were exported before. */
export function ExportNow({ schedule }: { readonly schedule: ExportSchedule }) {
  const { schedule_id: id } = schedule;
  const [first, setFirst] = useState(dayBefore(1));
  const [last, setLast] = useState(dayBefore(1));
  const asking = useChange(
    () =>
      dataOf(
        api.POST('/api/v1/export-schedules/{schedule_id}/runs', {
          params: { path: { schedule_id: id } },
          body: { from: `${first}T00:00:00Z`, to: new Date(Date.parse(last) + DAY_MS).toISOString() },
        }),
      ),
    [exportRunsQuery(id).queryKey, exportSchedulesQuery.queryKey],
  );
  return (
    <>
      <Group align="flex-end" mb="md">
        <TextInput
          type="date"
          label="From (UTC)"
          value={first}
          max={last}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="To the end of"
          value={last}
          min={first}
          max={dayBefore(1)}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={first === '' || last === ''}
          loading={asking.isPending}
          onClick={() => asking.mutate()}
        >
          Export now
        </Button>
      </Group>
      {asking.isError && <ProblemNotice error={asking.error} />}
    </>
  );
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}
