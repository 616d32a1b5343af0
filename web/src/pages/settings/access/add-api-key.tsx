import { Alert, Button, Code, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiKeysQuery, ROLES } from '../../../api/access.ts';
import { api, dataOf } from '../../../api/client.ts';
import { experimentsQuery } from '../../../api/experiments.ts';
import type { Role } from '../../../api/sign-in.ts';
import { useChange } from '../../../api/use-change.ts';
import { CopyText } from '../../../components/copy-text.tsx';
import { FormModal } from '../../../components/form-modal.tsx';

const DAY_MS = 86_400_000;
const LASTING = [
  { value: '', label: 'It does not expire' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
];

interface AddApiKeyProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AddApiKey({ isOpen, onClose }: AddApiKeyProps) {
  const experiments = useQuery(experimentsQuery());
  const [made, setMade] = useState<string>();
  const form = useForm({ initialValues: { name: '', role: 'ingest' as Role, experiment: '', days: '' } });
  const creation = useChange(async () => {
    const { name, role, experiment, days } = form.values;
    const key = await dataOf(
      api.POST('/api/v1/api-keys', {
        body: {
          name,
          role,
          ...(experiment !== '' && { experiment_id: experiment }),
          ...(days !== '' && { expiration_time: new Date(Date.now() + Number(days) * DAY_MS).toISOString() }),
        },
      }),
    );
    setMade(key.api_key);
    form.reset();
  }, [apiKeysQuery.queryKey]);
  const places = experiments.data?.experiments.map(({ experiment_id: value, name }) => ({
    value,
    label: name,
  }));
  return (
    <>
      <FormModal title="Add an API key" action="Add" isOpen={isOpen} onClose={onClose} submission={creation}>
        <TextInput
          label="Name"
          description="What uses it"
          placeholder="checkout service, production"
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select label="May" data={ROLES} allowDeselect={false} {...form.getInputProps('role')} />
        <Select
          label="In"
          data={[{ value: '', label: 'All experiments of the workspace' }, ...(places ?? [])]}
          allowDeselect={false}
          searchable
          {...form.getInputProps('experiment')}
        />
        <Select label="For" data={LASTING} allowDeselect={false} {...form.getInputProps('days')} />
      </FormModal>
      {made !== undefined && <MadeKey text={made} onClose={() => setMade(undefined)} />}
    </>
  );
}

/** The one time it is seen. */
function MadeKey({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Your new API key" size="lg" closeOnClickOutside={false}>
      <Stack>
        <Alert color="yellow" variant="light" title="Copy it now">
          It is shown this once: Millrace keeps only a hash of it.
        </Alert>
        <Group wrap="nowrap">
          <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {text}
          </Code>
          <CopyText label="Copy the key" text={text} />
        </Group>
        <Text size="sm" c="var(--text-soft)">
          MLflow’s client takes it as <Code>MLFLOW_TRACKING_TOKEN</Code>, an OpenTelemetry exporter as{' '}
          <Code>{'OTEL_EXPORTER_OTLP_HEADERS="authorization=Bearer <key>"'}</Code>.
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>I have it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
