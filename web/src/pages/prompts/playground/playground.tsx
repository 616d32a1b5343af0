import { Button, Group, Select, SimpleGrid, Stack, Textarea, Title } from '@mantine/core';
import { IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { experimentsQuery } from '../../../api/experiments.ts';
import { runPlayground } from '../../../api/playground.ts';
import type { PromptVersion } from '../../../api/prompts.ts';
import { variablesOf } from '../version/split-template.ts';
import { MOST_VARIANTS, toQuestion, toVariant, type RunState, type Variant } from './variant.ts';
import { VariantColumn } from './variant-column.tsx';

/** Runs a prompt, or up to three variants of it side by side; every run is traced. */
export function Playground({ version }: { readonly version?: PromptVersion }) {
  const [variants, setVariants] = useState<readonly Variant[]>([toVariant(version, 0)]);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [runs, setRuns] = useState<ReadonlyMap<number, RunState>>(new Map());
  const [experimentId, setExperimentId] = useState<string>();
  const variables = variablesOf(variants.flatMap(({ messages }) => messages.map(({ content }) => content)));
  const missing = variables.filter((name) => values[name] === undefined);
  const given = { ...values, ...Object.fromEntries(missing.map((name) => [name, ''])) };

  const keep = (key: number, state: RunState): void => setRuns((all) => new Map(all).set(key, state));
  const run = async (variant: Variant): Promise<void> => {
    keep(variant.key, { kind: 'running' });
    try {
      const answer = await runPlayground(toQuestion(variant, given, experimentId));
      keep(variant.key, { kind: 'answered', answer });
    } catch (error) {
      keep(variant.key, { kind: 'failed', error });
    }
  };
  const add = (): void => {
    const last = variants.at(-1) ?? toVariant(version, 0);
    setVariants([...variants, { ...last, key: last.key + 1 }]);
  };
  return (
    <Stack p="md" gap="md">
      <Group align="flex-end" gap="sm">
        <ExperimentField value={experimentId} onChange={setExperimentId} />
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={[...runs.values()].some(({ kind }) => kind === 'running')}
          onClick={() => void Promise.all(variants.map(run))}
        >
          {variants.length === 1 ? 'Run' : `Run all ${variants.length}`}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={variants.length === MOST_VARIANTS}
          onClick={add}
        >
          Add a variant
        </Button>
      </Group>
      <VariableFields names={variables} values={values} onChange={setValues} />
      <SimpleGrid cols={{ base: 1, lg: variants.length }} spacing="md">
        {variants.map((variant, position) => (
          <VariantColumn
            key={variant.key}
            title={`Variant ${position + 1}`}
            variant={variant}
            run={runs.get(variant.key)}
            experimentId={experimentId}
            onChange={(next) => setVariants(variants.with(position, next))}
            onRemove={variants.length === 1 ? undefined : () => setVariants(variants.toSpliced(position, 1))}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

interface ExperimentFieldProps {
  readonly value: string | undefined;
  readonly onChange: (experimentId: string | undefined) => void;
}

function ExperimentField({ value, onChange }: ExperimentFieldProps) {
  const { data } = useQuery(experimentsQuery());
  return (
    <Select
      label="Traced in"
      placeholder="Default experiment"
      searchable
      clearable
      w={240}
      value={value ?? null}
      data={data?.experiments.map(({ experiment_id, name }) => ({ value: experiment_id, label: name })) ?? []}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

interface VariableFieldsProps {
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** The same values for every variant, so that only what differs between them tells. */
function VariableFields({ names, values, onChange }: VariableFieldsProps) {
  if (names.length === 0) return null;
  return (
    <section aria-label="Variables">
      <Title order={2} mb="xs">
        Variables
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {names.map((name) => (
          <Textarea
            key={name}
            label={name}
            autosize
            minRows={1}
            maxRows={8}
            value={values[name] ?? ''}
            onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </section>
  );
}
