import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf } from '../../../api/client.ts';
import { holdsQuery } from '../../../api/lifecycle.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { useExperimentChoices } from './use-experiment-choices.ts';

interface SetHoldProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const EMPTY = { experiment: '', user: '', session: '', reason: '' };

export function SetHold({ isOpen, onClose }: SetHoldProps) {
  const form = useForm({ initialValues: EMPTY });
  const experiments = useExperimentChoices();
  const { experiment, user, session, reason } = form.values;
  const setting = useChange(async () => {
    await dataOf(
      api.POST('/api/v1/legal-holds', {
        body: {
          experiment_id: experiment,
          ...(user !== '' && { user_id: user }),
          ...(session !== '' && { session_id: session }),
          reason,
        },
      }),
    );
    form.reset();
  }, [holdsQuery.queryKey]);
  return (
    <FormModal
      title="Set a legal hold"
      action="Set"
      isOpen={isOpen}
      onClose={onClose}
      submission={setting}
      isComplete={experiment !== '' && reason.trim() !== ''}
    >
      <Select
        label="Experiment"
        data={[...experiments]}
        required
        searchable
        {...form.getInputProps('experiment')}
      />
      <TextInput
        label="User id"
        description="Empty: everything of the experiment"
        {...form.getInputProps('user')}
      />
      <TextInput label="Session id" {...form.getInputProps('session')} />
      <TextInput
        label="Why"
        description="Whoever is refused a deletion reads it"
        required
        {...form.getInputProps('reason')}
      />
    </FormModal>
  );
}
