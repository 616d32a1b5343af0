import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  createPromptVersion,
  promptVersionQuery,
  type Prompt,
  type PromptVersion,
} from '../../../api/prompts.ts';
import { usePromptChange } from '../../../api/use-prompt-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { EMPTY_DRAFT, toDraft, toNewVersion, type PromptDraft } from './draft.ts';
import { PromptFields } from './prompt-fields.tsx';

interface NewVersionProps {
  readonly prompt: Prompt;
  /** The version that it begins with. */
  readonly from: number | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCreated: (version: PromptVersion) => void;
}

/** Edits a version into the next one. */
export function NewVersion({ prompt: { name }, from, isOpen, onClose, onCreated }: NewVersionProps) {
  const { data: base } = useQuery({ ...promptVersionQuery(name, from ?? 0), enabled: from !== undefined });
  const [edited, setEdited] = useState<PromptDraft>();
  const draft = edited ?? (base === undefined ? EMPTY_DRAFT : toDraft(base));
  const creation = usePromptChange(
    async () => createPromptVersion(name, toNewVersion(draft)),
    (made) => {
      setEdited(undefined);
      onCreated(made);
    },
  );
  const title =
    from === undefined ? `First version of ${name}` : `New version of ${name}, from version ${from}`;
  const close = (): void => {
    setEdited(undefined);
    onClose();
  };
  return (
    <FormModal
      title={title}
      action="Register"
      size="xl"
      isOpen={isOpen}
      onClose={close}
      submission={creation}
    >
      <PromptFields draft={draft} onChange={setEdited} />
    </FormModal>
  );
}
