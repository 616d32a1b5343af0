import { Button, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { builtInScorersQuery, registerScorer, SCORERS_KEY, type BuiltInScorer } from '../../api/scorers.ts';
import { useChange } from '../../api/use-change.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { isFilled, parameterFields, toParameters } from './parameter-fields.ts';
import { ParameterInput } from './parameter-input.tsx';
import { TryPanel } from './try-panel.tsx';

const route = getRouteApi('/experiments/$experimentId/new-scorer');

/** Choose a kind, fill in its parameters, try it on a trace, register it. */
export function NewScorerPage() {
  const { kind = 'instructions' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(builtInScorersQuery);
  return (
    <Page title="New scorer">
      <QueryView query={query}>
        {({ scorers }) => {
          const chosen = scorers.find(({ name }) => name === kind) ?? scorers[0];
          return (
            <Stack p="md" maw={1280}>
              <Select
                label="Kind"
                searchable
                maw={480}
                allowDeselect={false}
                data={catalogue(scorers)}
                value={chosen?.name ?? null}
                onChange={(next) => void navigate({ search: (all) => ({ ...all, kind: next ?? undefined }) })}
              />
              {chosen !== undefined && <ScorerForm key={chosen.name} kind={chosen} />}
            </Stack>
          );
        }}
      </QueryView>
    </Page>
  );
}

function catalogue(scorers: readonly BuiltInScorer[]) {
  const own = (name: string): boolean => name === 'instructions' || name === 'code';
  const items = (isIn: (scorer: BuiltInScorer) => boolean) =>
    scorers.filter(isIn).map(({ name, title }) => ({ value: name, label: title }));
  return [
    { group: 'Of your own', items: items(({ name }) => own(name)) },
    { group: 'Judges', items: items((each) => each.is_judge && !own(each.name)) },
    { group: 'Checks', items: items((each) => !each.is_judge && !own(each.name)) },
  ];
}

function ScorerForm({ kind }: { readonly kind: BuiltInScorer }) {
  const { experimentId } = route.useParams();
  const navigate = useNavigate();
  const [name, setName] = useState<string>(
    kind.name === 'instructions' || kind.name === 'code' ? '' : kind.name,
  );
  const [values, setValues] = useState<Record<string, unknown>>({});
  const fields = parameterFields(kind.parameters);
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
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="var(--text-soft)">
            {kind.description} Reads {kind.reads.join(', ')}.
          </Text>
          <TextInput
            label="Name"
            description="Of the assessments that it leaves"
            required
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
            Register
          </Button>
        </Stack>
      </form>
      <TryPanel
        experimentId={experimentId}
        isReady={isReady}
        isSession={kind.level === 'session'}
        scorer={() => ({ name: name.trim(), definition: definition() })}
      />
    </SimpleGrid>
  );
}
