import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createPrompt } from '../../../api/prompts.ts';
import { usePromptChange } from '../../../api/use-prompt-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { EMPTY_DRAFT, toNewVersion } from './draft.ts';
import { PromptFields } from './prompt-fields.tsx';

interface NewPromptProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A prompt with its first version. */
export function NewPrompt({ isOpen, onClose }: NewPromptProps) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const creation = usePromptChange(
    async () => createPrompt({ name, description }, toNewVersion(draft)),
    () => void navigate({ to: '/prompts/$name', params: { name } }),
  );
  return (
    <FormModal
      title="New prompt"
      action="Register"
      size="xl"
      isOpen={isOpen}
      onClose={onClose}
      submission={creation}
    >
      <TextInput
        label="Name"
        description="Letters, digits, _ - and ."
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Description"
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <PromptFields draft={draft} onChange={setDraft} />
    </FormModal>
  );
}
