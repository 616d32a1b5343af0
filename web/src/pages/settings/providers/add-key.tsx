import { Autocomplete, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';

/** Those most asked for; the server knows more, and says so when it does not know one. */
const PROVIDERS = ['openai', 'anthropic', 'gemini', 'azure', 'mistral', 'groq', 'ollama', 'openrouter'];

interface AddKeyProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AddKey({ isOpen, onClose }: AddKeyProps) {
  const form = useForm({ initialValues: { name: '', provider: 'openai', key: '', address: '' } });
  const creation = useChange(async () => {
    const { name, provider, key, address } = form.values;
    await dataOf(
      api.POST('/api/v1/gateway/secrets', {
        body: {
          name,
          provider,
          values: { api_key: key },
          settings: address === '' ? {} : { api_base: address },
        },
      }),
    );
    form.reset();
  }, [['gateway']]);
  return (
    <FormModal title="Add a key" action="Add" isOpen={isOpen} onClose={onClose} submission={creation}>
      <TextInput label="Name" required data-autofocus placeholder="openai" {...form.getInputProps('name')} />
      <Autocomplete label="Provider" required data={PROVIDERS} {...form.getInputProps('provider')} />
      <PasswordInput label="API key" required autoComplete="off" {...form.getInputProps('key')} />
      <TextInput
        label="Base URL"
        description="Only for a proxy, or a server that speaks the provider’s protocol"
        placeholder="https://models.example.com/v1"
        {...form.getInputProps('address')}
      />
    </FormModal>
  );
}
