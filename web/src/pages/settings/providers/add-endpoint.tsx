import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import { modelsQuery, secretsQuery, type GatewayModel } from '../../../api/gateway.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';

interface AddEndpointProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AddEndpoint({ isOpen, onClose }: AddEndpointProps) {
  const { data: keys } = useQuery(secretsQuery);
  const { data: known } = useQuery(modelsQuery);
  const form = useForm({ initialValues: { name: '', secretId: '', model: '' } });
  const key = keys?.secrets.find(({ secret_id: id }) => id === form.values.secretId);
  const creation = useChange(async () => {
    const { name, secretId, model } = form.values;
    const wanted = { provider: key?.provider ?? 'openai', model, secret_id: secretId };
    const { model_id: modelId } = findModel(known?.models ?? [], wanted) ?? (await createModel(wanted));
    await dataOf(
      api.POST('/api/v1/gateway/endpoints', {
        body: { name, models: [{ model_id: modelId, weight: 1 }], fallback_model_ids: [] },
      }),
    );
    form.reset();
  }, [['gateway']]);
  return (
    <FormModal title="Add an endpoint" action="Add" isOpen={isOpen} onClose={onClose} submission={creation}>
      <TextInput
        label="Name"
        description="What applications ask for"
        placeholder="chat"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Select
        label="Key"
        required
        data={keys?.secrets.map(({ secret_id: value, name: label }) => ({ value, label })) ?? []}
        nothingFoundMessage="Add a key first"
        {...form.getInputProps('secretId')}
      />
      <TextInput
        label="Model"
        description="As the provider calls it"
        placeholder="gpt-4.1-mini"
        required
        {...form.getInputProps('model')}
      />
    </FormModal>
  );
}

type WantedModel = Pick<GatewayModel, 'provider' | 'model' | 'secret_id'>;

function findModel(known: readonly GatewayModel[], wanted: WantedModel): GatewayModel | undefined {
  return known.find(
    ({ provider, model, secret_id: secretId }) =>
      provider === wanted.provider && model === wanted.model && secretId === wanted.secret_id,
  );
}

function createModel(wanted: WantedModel): Promise<GatewayModel> {
  const name = `${wanted.provider}-${wanted.model}-${wanted.secret_id.slice(-6)}`;
  return dataOf(api.POST('/api/v1/gateway/models', { body: { name, ...wanted } }));
}
