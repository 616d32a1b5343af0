import { MultiSelect, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.ts';
import { labelSchemasQuery } from '../../api/review.ts';
import { useChange } from '../../api/use-change.ts';
import { FormModal } from '../../components/form-modal.tsx';

interface CreateQueueProps {
  readonly experimentId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CreateQueue({ experimentId, isOpen, onClose }: CreateQueueProps) {
  const { data } = useQuery(labelSchemasQuery(experimentId));
  const form = useForm<{ name: string; users: string[]; schemaIds: string[] }>({
    initialValues: { name: '', users: [], schemaIds: [] },
  });
  const creation = useChange(async () => {
    const { name, users, schemaIds } = form.values;
    const body = { experiment_id: experimentId, name, users, schema_ids: schemaIds };
    await dataOf(api.POST('/api/v1/review-queues', { body }));
    form.reset();
  }, [['review-queues']]);
  return (
    <FormModal title="New queue" action="Create" isOpen={isOpen} onClose={onClose} submission={creation}>
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <MultiSelect
        label="Questions"
        data={data?.label_schemas.map(({ schema_id: value, name: label }) => ({ value, label })) ?? []}
        {...form.getInputProps('schemaIds')}
      />
      <TagsInput
        label="Reviewers"
        description="Names, ended with Enter; none: anyone"
        {...form.getInputProps('users')}
      />
    </FormModal>
  );
}
