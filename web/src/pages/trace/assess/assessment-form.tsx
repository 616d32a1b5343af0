import {
  Alert,
  Autocomplete,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import type { NewAssessment } from '../../../api/assessments.ts';
import { draftValue, VALUE_KINDS, type AssessmentDraft, type ValueKind } from './assessment-draft.ts';

const KIND_LABELS: Readonly<Record<ValueKind, string>> = {
  'yes-no': 'Yes/no',
  number: 'Number',
  text: 'Text',
  json: 'JSON',
};

export interface FilledIn {
  readonly draft: AssessmentDraft;
  readonly value: NonNullable<NewAssessment['value']>;
  /** Who assesses, as they call themselves. */
  readonly person: string;
}

interface AssessmentFormProps {
  readonly initial: AssessmentDraft;
  /** Names that were used before. */
  readonly names: readonly string[];
  /** What a change can't change. */
  readonly isNew: boolean;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onSubmit: (filled: FilledIn) => void;
  readonly onCancel: () => void;
}

export function AssessmentForm(props: AssessmentFormProps) {
  const { initial, names, isNew, error, isPending, onSubmit, onCancel } = props;
  const [draft, setDraft] = useState(initial);
  const [fault, setFault] = useState<string>();
  const [person, setPerson] = useLocalStorage({ key: 'millrace.person', defaultValue: '' });
  const change = (next: Partial<AssessmentDraft>): void => setDraft((now) => ({ ...now, ...next }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = draftValue(draft);
    setFault('fault' in read ? read.fault : undefined);
    if ('value' in read) onSubmit({ draft, value: read.value, person: person.trim() });
  };
  return (
    <form onSubmit={submit} aria-label={isNew ? 'New assessment' : 'Change the assessment'}>
      <Stack gap="xs">
        {isNew && <About draft={draft} onChange={change} />}
        <Autocomplete
          label="Name"
          description="What is judged: correctness, tone, answer"
          size="xs"
          required
          data-autofocus
          data={[...names]}
          disabled={!isNew}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <ValueField draft={draft} fault={fault} onChange={change} />
        <Textarea
          label="Rationale"
          size="xs"
          autosize
          minRows={2}
          maxRows={8}
          value={draft.rationale}
          onChange={(event) => change({ rationale: event.currentTarget.value })}
        />
        {isNew && (
          <TextInput
            label="Your name"
            size="xs"
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
          />
        )}
        {error !== null && <Alert color="red">{error.message}</Alert>}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button size="xs" type="submit" loading={isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldProps {
  readonly draft: AssessmentDraft;
  readonly onChange: (next: Partial<AssessmentDraft>) => void;
}

function About({ draft, onChange }: FieldProps) {
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label="Kind"
        data={[
          { value: 'feedback', label: 'Feedback' },
          { value: 'expectation', label: 'Expectation' },
        ]}
        value={draft.kind}
        onChange={(kind) =>
          onChange(
            kind === 'expectation'
              ? { kind, valueKind: 'text', value: '' }
              : { kind: 'feedback', valueKind: 'yes-no', value: 'yes' },
          )
        }
      />
      <SegmentedControl
        size="xs"
        aria-label="About"
        data={[
          { value: 'trace', label: 'Whole trace' },
          { value: 'span', label: 'Chosen span' },
        ]}
        value={draft.isAboutSpan ? 'span' : 'trace'}
        onChange={(about) => onChange({ isAboutSpan: about === 'span' })}
      />
    </Group>
  );
}

function ValueField({ draft, fault, onChange }: FieldProps & { readonly fault: string | undefined }) {
  const { valueKind, value } = draft;
  return (
    <Stack gap={6}>
      <SegmentedControl
        size="xs"
        aria-label="Value is"
        data={VALUE_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
        value={valueKind}
        onChange={(kind) => {
          const next = VALUE_KINDS.find((each) => each === kind) ?? 'text';
          onChange({ valueKind: next, value: next === 'yes-no' ? 'yes' : '' });
        }}
      />
      {valueKind === 'yes-no' ? (
        <SegmentedControl
          size="xs"
          aria-label="Value"
          data={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          value={value}
          onChange={(next) => onChange({ value: next })}
        />
      ) : (
        <Textarea
          aria-label="Value"
          size="xs"
          autosize
          minRows={1}
          maxRows={10}
          value={value}
          error={fault}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
