import { PasswordInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changePassword, SIGN_IN_KEY } from '../../api/sign-in.ts';
import { useChange } from '../../api/use-change.ts';
import { FormModal } from '../../components/form-modal.tsx';

interface ChangePasswordProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Ends every session of the user, so this one signs in anew. */
export function ChangePassword({ isOpen, onClose }: ChangePasswordProps) {
  const form = useForm({ initialValues: { old: '', password: '' } });
  const change = useChange(() => changePassword(form.values.old, form.values.password), [SIGN_IN_KEY]);
  return (
    <FormModal
      title="Change password"
      action="Change"
      isOpen={isOpen}
      onClose={onClose}
      submission={change}
      isComplete={form.values.password.length >= 12}
    >
      <Text size="sm" c="var(--text-soft)">
        You sign in anew with it, here and in every other browser.
      </Text>
      <PasswordInput
        label="Old password"
        required
        data-autofocus
        autoComplete="current-password"
        {...form.getInputProps('old')}
      />
      <PasswordInput
        label="New password"
        description="At least 12 characters"
        required
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </FormModal>
  );
}
