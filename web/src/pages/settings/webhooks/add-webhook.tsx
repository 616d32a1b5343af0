import { MultiSelect, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import type { WebhookEvent } from '../../../api/webhooks.ts';
import { FormModal } from '../../../components/form-modal.tsx';

const EVENTS: readonly WebhookEvent[] = [
  'alert.fired',
  'alert.resolved',
  'trace.completed',
  'trace.reopened',
  'prompt.created',
  'prompt_version.created',
  'prompt_alias.created',
  'prompt_alias.deleted',
  'prompt_tag.set',
  'prompt_tag.deleted',
  'prompt_version_tag.set',
  'prompt_version_tag.deleted',
  'registered_model.created',
  'model_version.created',
  'model_version_alias.created',
  'model_version_alias.deleted',
  'model_version_tag.set',
  'model_version_tag.deleted',
];

interface AddWebhookProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AddWebhook({ isOpen, onClose }: AddWebhookProps) {
  const form = useForm<{ name: string; url: string; secret: string; events: string[] }>({
    initialValues: { name: '', url: '', secret: '', events: ['alert.fired', 'alert.resolved'] },
  });
  const creation = useChange(async () => {
    const { name, url, secret, events } = form.values;
    const chosen = EVENTS.filter((event) => events.includes(event));
    await dataOf(
      api.POST('/api/v1/webhooks', {
        body: { name, url, secret, events: chosen, description: '', is_enabled: true },
      }),
    );
    form.reset();
  }, [['webhooks']]);
  return (
    <FormModal title="Add a webhook" action="Add" isOpen={isOpen} onClose={onClose} submission={creation}>
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label="URL"
        description="Takes a POST for each event"
        placeholder="https://hooks.example.com/millrace"
        required
        {...form.getInputProps('url')}
      />
      <MultiSelect label="Events" required searchable data={[...EVENTS]} {...form.getInputProps('events')} />
      <PasswordInput
        label="Secret"
        description="Signs each delivery; empty: unsigned"
        autoComplete="off"
        {...form.getInputProps('secret')}
      />
    </FormModal>
  );
}
