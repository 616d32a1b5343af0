import { Alert, Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf } from '../../../api/client.ts';
import { erasuresQuery } from '../../../api/lifecycle.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { useExperimentChoices } from './use-experiment-choices.ts';

interface AskErasureProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const EMPTY = { user: '', session: '', experiment: '', reason: '', isSure: false };

/** Nothing brings it back, so that it is confirmed. */
export function AskErasure({ isOpen, onClose }: AskErasureProps) {
  const form = useForm({ initialValues: EMPTY });
  const experiments = useExperimentChoices();
  const { user, session, experiment, reason, isSure } = form.values;
  const asking = useChange(async () => {
    await dataOf(
      api.POST('/api/v1/erasures', {
        body: {
          ...(user !== '' && { user_id: user }),
          ...(session !== '' && { session_id: session }),
          ...(experiment !== '' && { experiment_id: experiment }),
          reason,
        },
      }),
    );
    form.reset();
  }, [erasuresQuery.queryKey]);
  return (
    <FormModal
      title="Erase a person’s data"
      action="Erase"
      isOpen={isOpen}
      onClose={onClose}
      submission={asking}
      isComplete={isSure && reason.trim() !== '' && (user !== '' || session !== '')}
    >
      <TextInput label="User id" data-autofocus {...form.getInputProps('user')} />
      <TextInput
        label="Session id"
        description="In place of a user; with one: only this session of theirs"
        {...form.getInputProps('session')}
      />
      <Select
        label="In"
        data={[{ value: '', label: 'All experiments of the workspace' }, ...experiments]}
        allowDeselect={false}
        searchable
        {...form.getInputProps('experiment')}
      />
      <TextInput
        label="Why"
        description="Stands in the proof, such as the number of the request"
        required
        {...form.getInputProps('reason')}
      />
      <Alert color="yellow" variant="light">
        This can’t be undone. What comes of the person afterwards is stored again.
      </Alert>
      <Checkbox label="I am sure" {...form.getInputProps('isSure', { type: 'checkbox' })} />
    </FormModal>
  );
}
