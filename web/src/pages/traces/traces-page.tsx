import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTraffic } from '../../app/use-traffic.ts';
import { tracesQuery } from '../../api/traces.ts';
import { formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TrafficBar } from '../../components/traffic-bar/traffic-bar.tsx';

export function TracesPage() {
  const traces = useQuery(tracesQuery(useTraffic()));
  return (
    <Page title="Traces" bar={<TrafficBar />}>
      <QueryView query={traces}>
        {({ traces: listed }) => (
          <Table>
            <Table.Tbody>
              {listed.map((trace) => (
                <Table.Tr key={trace.trace_id}>
                  <Table.Td className="tabular">{formatTime(trace.request_time)}</Table.Td>
                  <Table.Td>{trace.name}</Table.Td>
                  <Table.Td>{trace.state}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </QueryView>
    </Page>
  );
}
