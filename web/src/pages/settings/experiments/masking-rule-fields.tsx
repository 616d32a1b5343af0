import {
  ActionIcon,
  Checkbox,
  Group,
  MultiSelect,
  Paper,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { formatCount } from '../../../components/format.ts';
import { PII_LABELS, type MaskingDraft } from './masking-draft.ts';

interface MaskingRuleFieldsProps {
  readonly draft: MaskingDraft;
  /** Values that it masked in the last week. */
  readonly masked: number | undefined;
  readonly onChange: (draft: MaskingDraft) => void;
  readonly onRemove: () => void;
}

const PII_CHOICES = Object.entries(PII_LABELS).map(([value, label]) => ({ value, label }));
const ACTIONS = [
  { value: 'text', label: 'a fixed text' },
  { value: 'hash', label: 'a hash that joins' },
];

/** One rule: its name, what it looks for, and what stands in the place. */
export function MaskingRuleFields({ draft, masked, onChange, onRemove }: MaskingRuleFieldsProps) {
  const { name, action } = draft;
  return (
    <Paper withBorder p="sm" component="section" aria-label={`Rule ${name}`}>
      <Stack gap="xs">
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Name"
            required
            w={150}
            value={name}
            onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
          />
          <Select
            label="Replaced by"
            w={160}
            allowDeselect={false}
            data={ACTIONS}
            value={action}
            onChange={(value) => onChange({ ...draft, action: value === 'hash' ? 'hash' : 'text' })}
          />
          {masked !== undefined && (
            <Text size="xs" c="var(--text-soft)" className="tabular" pb={8}>
              {formatCount(masked)} in 7 days
            </Text>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            ml="auto"
            mb={4}
            aria-label={`Remove the rule ${name}`}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
        <Target draft={draft} onChange={onChange} />
      </Stack>
    </Paper>
  );
}

function Target({ draft, onChange }: Pick<MaskingRuleFieldsProps, 'draft' | 'onChange'>) {
  switch (draft.kind) {
    case 'pii':
      return (
        <MultiSelect
          label="Well-known data"
          required
          data={PII_CHOICES}
          value={[...draft.pii]}
          onChange={(pii) => onChange({ ...draft, pii })}
        />
      );
    case 'key':
      return (
        <TagsInput
          label="Keys whose values are replaced whole"
          description="Of attributes, tags and JSON; * and ? stand for anything"
          required
          value={[...draft.keys]}
          onChange={(keys) => onChange({ ...draft, keys })}
        />
      );
    case 'pattern':
      return (
        <Stack gap={6}>
          <TextInput
            label="Pattern"
            description="A regular expression in RE2 syntax"
            required
            ff="monospace"
            value={draft.pattern}
            onChange={(event) => onChange({ ...draft, pattern: event.currentTarget.value })}
          />
          <Group>
            <Checkbox
              size="xs"
              label="Ignore case"
              checked={draft.ignoreCase}
              onChange={(event) => onChange({ ...draft, ignoreCase: event.currentTarget.checked })}
            />
            <Checkbox
              size="xs"
              label="Look at names of spans, attributes and tags too"
              checked={draft.masksNames}
              onChange={(event) => onChange({ ...draft, masksNames: event.currentTarget.checked })}
            />
          </Group>
        </Stack>
      );
  }
}
