import { Group, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';

/** Of the kinds of tokens that one usually pays for; the API takes the others too. */
const KINDS = [
  { kind: 'input', label: 'Input' },
  { kind: 'cache_read', label: 'Input from cache' },
  { kind: 'cache_write', label: 'Input into cache' },
  { kind: 'output', label: 'Output' },
] as const;

type Kind = (typeof KINDS)[number]['kind'];

interface SetPriceProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function SetPrice({ isOpen, onClose }: SetPriceProps) {
  const form = useForm<{ model: string; provider: string } & Record<Kind, number | string>>({
    initialValues: { model: '', provider: '', input: '', cache_read: '', cache_write: '', output: '' },
  });
  const setting = useChange(async () => {
    const { model, provider, ...prices } = form.values;
    const told = Object.fromEntries(Object.entries(prices).filter(([, price]) => price !== ''));
    await dataOf(api.PUT('/api/v1/model-prices', { body: { model, provider, ...told } }));
    form.reset();
  }, [['prices']]);
  return (
    <FormModal title="Set a price" action="Set" isOpen={isOpen} onClose={onClose} submission={setting}>
      <TextInput
        label="Model"
        description="As spans name it"
        placeholder="gpt-4.1-mini"
        required
        data-autofocus
        {...form.getInputProps('model')}
      />
      <TextInput
        label="Provider"
        description="Empty: whoever serves it"
        {...form.getInputProps('provider')}
      />
      <Group grow>
        {KINDS.map(({ kind, label }) => (
          <NumberInput
            key={kind}
            label={label}
            prefix="$"
            min={0}
            decimalScale={6}
            hideControls
            {...form.getInputProps(kind)}
          />
        ))}
      </Group>
    </FormModal>
  );
}
