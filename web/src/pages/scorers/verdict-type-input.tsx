import { Group, Select, TagsInput } from '@mantine/core';
import { VERDICT_TYPES } from './verdict-text.ts';

interface VerdictTypeInputProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const WORDS = 'one of some words';

/** What a judge of one's own answers. */
export function VerdictTypeInput({ value, onChange }: VerdictTypeInputProps) {
  const text = JSON.stringify(value);
  const known = Object.entries(VERDICT_TYPES).find(([, type]) => JSON.stringify(type) === text)?.[0];
  const chosen = known ?? WORDS;
  const words = (value as { readonly enum?: readonly string[] } | undefined)?.enum ?? [];
  return (
    <Group grow align="end">
      <Select
        label="Verdict"
        description="What the judge answers"
        allowDeselect={false}
        data={Object.keys(VERDICT_TYPES)}
        value={chosen}
        onChange={(next) => onChange(VERDICT_TYPES[next as keyof typeof VERDICT_TYPES])}
      />
      {chosen === WORDS && (
        <TagsInput
          label="Words"
          placeholder="Enter after each"
          value={[...words]}
          onChange={(next) => onChange({ type: 'string', enum: next })}
        />
      )}
    </Group>
  );
}
