import { ActionIcon, Autocomplete, Badge, Group, NumberInput, Paper, Stack, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { modelNamesQuery } from '../../../api/models.ts';
import { MessageFields } from '../editing/message-fields.tsx';
import { RunResult } from './run-result.tsx';
import type { RunState, Variant } from './variant.ts';

interface VariantColumnProps {
  readonly title: string;
  readonly variant: Variant;
  readonly run: RunState | undefined;
  readonly experimentId: string | undefined;
  readonly onChange: (variant: Variant) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One variant: its model, its words, its answer. */
export function VariantColumn({ title, variant, run, experimentId, onChange, onRemove }: VariantColumnProps) {
  const { registered, messages } = variant;
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2}>{title}</Title>
          <Badge variant={registered === undefined ? 'default' : 'light'} tt="none">
            {registered === undefined ? 'not registered' : `${registered.name} v${registered.version}`}
          </Badge>
          {onRemove !== undefined && (
            <ActionIcon
              ml="auto"
              variant="subtle"
              color="gray"
              aria-label={`Remove ${title}`}
              onClick={onRemove}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
        <ModelFields variant={variant} onChange={onChange} />
        <MessageFields
          messages={messages}
          onChange={(next) => onChange({ ...variant, messages: next, registered: undefined })}
        />
        <RunResult run={run} experimentId={experimentId} />
      </Stack>
    </Paper>
  );
}

function ModelFields({ variant, onChange }: Pick<VariantColumnProps, 'variant' | 'onChange'>) {
  const { data: names = [] } = useQuery(modelNamesQuery);
  const { model, temperature, maxOutputTokens } = variant;
  return (
    <Group gap="xs" align="flex-end">
      <Autocomplete
        label="Model"
        size="xs"
        flex="1 1 180px"
        data={names}
        value={model}
        onChange={(next) => onChange({ ...variant, model: next })}
      />
      <NumberInput
        label="Temperature"
        size="xs"
        w={100}
        min={0}
        max={2}
        step={0.1}
        placeholder="Preset"
        value={temperature ?? ''}
        onChange={(next) => onChange({ ...variant, temperature: numberOf(next) })}
      />
      <NumberInput
        label="Longest answer"
        size="xs"
        w={120}
        min={1}
        allowDecimal={false}
        placeholder="Tokens"
        value={maxOutputTokens ?? ''}
        onChange={(next) => onChange({ ...variant, maxOutputTokens: numberOf(next) })}
      />
    </Group>
  );
}

function numberOf(value: string | number): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
