import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, bytesOf } from '../../api/client.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { saveFile } from '../../components/save-file.ts';

const FORMATS = [
  { format: 'csv', label: 'CSV' },
  { format: 'ndjson', label: 'NDJSON' },
  { format: 'parquet', label: 'Parquet' },
] as const;
type Format = (typeof FORMATS)[number]['format'];

/** All that the filter finds as a file. */
export function ExportMenu() {
  const { experimentId, filter, bounds } = useTraffic();
  const download = useMutation({
    mutationFn: async (format: Format) => {
      const query = { experiment_id: [experimentId], filter, format, ...bounds() };
      const asked = api.GET('/api/v1/traces/export', { params: { query }, parseAs: 'blob' });
      saveFile(await bytesOf(asked), `traces.${format}`);
    },
    onError: ({ message }) => notifications.show({ color: 'red', title: 'Nothing was exported', message }),
  });
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          fw={500}
          loading={download.isPending}
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>All that the filter finds</Menu.Label>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => download.mutate(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
