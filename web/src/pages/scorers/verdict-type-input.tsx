import { Group, Select, TagsInput } from '@mantine/core';

interface VerdictTypeInputProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const TYPES = {
  'a text': { type: 'string' },
  'yes or no': { type: 'string', enum: ['yes', 'no'] },
  'true or false': { type: 'boolean' },
  '1 to 5': { type: 'integer', minimum: 1, maximum: 5 },
  '0 to 1': { type: 'number', minimum: 0, maximum: 1 },
  'one of some words': { type: 'string', enum: [] },
} as const;
const WORDS = 'one of some words';

/** What a judge of one's own answers. */
export function VerdictTypeInput({ value, onChange }: VerdictTypeInputProps) {
  const text = JSON.stringify(value);
  const known = Object.entries(TYPES).find(([, type]) => JSON.stringify(type) === text)?.[0];
  const chosen = known ?? WORDS;
  const words = (value as { readonly enum?: readonly string[] } | undefined)?.enum ?? [];
  return (
    <Group grow align="end">
      <Select
        label="Verdict"
        description="What the judge answers"
        allowDeselect={false}
        data={Object.keys(TYPES)}
        value={chosen}
        onChange={(next) => onChange(TYPES[next as keyof typeof TYPES])}
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
