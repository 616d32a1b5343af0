import { Button, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { registerScorer, SCORERS_KEY, type BuiltInScorer, type Scorer } from '../../api/scorers.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { parametersOfDefinition } from './definition-text.ts';
import { isFilled, parameterFields, toParameters, toValues } from './parameter-fields.ts';
import { ParameterInput } from './parameter-input.tsx';
import classes from './scorers.module.css';
import { TryPanel } from './try-panel.tsx';

interface ScorerFormProps {
  readonly experimentId: string;
  readonly kind: BuiltInScorer;
  /** Of which this will be a new version. */
  readonly before?: Scorer;
}

/** Its name and parameters, to be tried and registered. */
export function ScorerForm({ experimentId, kind, before }: ScorerFormProps) {
  const navigate = useNavigate();
  const [name, setName] = useState<string>(
    before?.name ?? (kind.name === 'instructions' || kind.name === 'code' ? '' : kind.name),
  );
  const fields = parameterFields(kind.parameters);
  const [values, setValues] = useState<Record<string, unknown>>(() =>
    before === undefined ? {} : toValues(fields, parametersOfDefinition(before.definition)),
  );
  const definition = () => ({
    millrace_scorer: { kind: kind.name, parameters: toParameters(fields, values) as never },
  });
  const registration = useChange(
    async () => registerScorer({ experiment_id: experimentId, name: name.trim(), definition: definition() }),
    [SCORERS_KEY],
    (scorer) =>
      void navigate({
        to: '/experiments/$experimentId/scorers/$scorerName',
        params: { experimentId, scorerName: scorer.name },
      }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    registration.mutate();
  };
  const isReady = name.trim() !== '' && isFilled(fields, values);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <form onSubmit={submit} className={classes.panel}>
        <Stack>
          <Text size="sm" c="var(--text-soft)">
            {kind.description} Reads {kind.reads.join(', ')}.
          </Text>
          <TextInput
            label="Name"
            description="Of the assessments that it leaves"
            required
            disabled={before !== undefined}
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          {fields.map((field) => (
            <ParameterInput
              key={field.key}
              field={field}
              value={values[field.key] ?? field.initial}
              onChange={(value) => setValues((all) => ({ ...all, [field.key]: value }))}
            />
          ))}
          {registration.isError && <ProblemNotice error={registration.error} />}
          <Button type="submit" disabled={!isReady} loading={registration.isPending} w="fit-content">
            {before === undefined ? 'Register' : 'Register version'}
          </Button>
        </Stack>
      </form>
      <div className={classes.panel} style={{ height: 'fit-content' }}>
        <TryPanel
          experimentId={experimentId}
          isReady={isReady}
          isSession={kind.level === 'session'}
          scorer={() => ({ name: name.trim(), definition: definition() })}
        />
      </div>
    </SimpleGrid>
  );
}
