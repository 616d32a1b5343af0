import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import { maskingCountsQuery, maskingRulesQuery } from '../../../api/masking.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { newDraft, toDraft, toRule, type MaskingDraft } from './masking-draft.ts';
import { MaskingRuleFields } from './masking-rule-fields.tsx';
import { MaskingTry } from './masking-try.tsx';

interface MaskingCellProps {
  readonly experimentId: string;
  readonly name: string;
}

/** How much is never stored of an experiment, and a way to change it. */
export function MaskingCell({ experimentId, name }: MaskingCellProps) {
  const { data } = useQuery(maskingRulesQuery(experimentId));
  const [isOpen, { open, close }] = useDisclosure();
  const count = data?.rules.length ?? 0;
  const told = count === 0 ? 'nothing' : count === 1 ? '1 rule' : `${count} rules`;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open} aria-label={`Masking of ${name}: ${told}`}>
        {told}
      </Button>
      {isOpen && data !== undefined && (
        <MaskingForm
          experimentId={experimentId}
          title={`Masking of “${name}”`}
          initial={data.rules.map(toDraft)}
          onClose={close}
        />
      )}
    </>
  );
}

interface MaskingFormProps {
  readonly experimentId: string;
  readonly title: string;
  readonly initial: readonly MaskingDraft[];
  readonly onClose: () => void;
}

const KINDS = [
  { kind: 'pii', label: 'Add well-known data' },
  { kind: 'key', label: 'Add keys' },
  { kind: 'pattern', label: 'Add a pattern' },
] as const;

function MaskingForm({ experimentId, title, initial, onClose }: MaskingFormProps) {
  const [drafts, setDrafts] = useState(initial);
  const { data: counts } = useQuery(maskingCountsQuery(experimentId));
  const change = useChange(
    () =>
      dataOf(
        api.PUT('/api/v1/experiments/{id}/masking-rules', {
          params: { path: { id: experimentId } },
          body: { rules: drafts.map(toRule) },
        }),
      ),
    [['experiments', experimentId, 'masking-rules']],
  );
  const replace = (draft: MaskingDraft): void =>
    setDrafts(drafts.map((each) => (each.id === draft.id ? draft : each)));
  return (
    <FormModal title={title} action="Save" isOpen onClose={onClose} submission={change} size="lg">
      <Text size="sm" c="var(--text-soft)">
        What these rules find is replaced before anything is stored, from a few seconds after saving on. What
        is stored already stays.
      </Text>
      {drafts.map((draft) => (
        <MaskingRuleFields
          key={draft.id}
          draft={draft}
          masked={counts?.rules.find(({ rule }) => rule === draft.name)?.values}
          onChange={replace}
          onRemove={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))}
        />
      ))}
      <Group gap="xs">
        {KINDS.map(({ kind, label }) => (
          <Button
            key={kind}
            size="compact-xs"
            variant="default"
            onClick={() => setDrafts([...drafts, newDraft(kind, drafts)])}
          >
            {label}
          </Button>
        ))}
      </Group>
      <MaskingTry experimentId={experimentId} drafts={drafts} />
    </FormModal>
  );
}
