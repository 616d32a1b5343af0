import { Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { builtInScorersQuery, scorerVersionsQuery, type BuiltInScorer } from '../../api/scorers.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { kindOfDefinition } from './definition-text.ts';
import { ScorerForm } from './scorer-form.tsx';

const route = getRouteApi('/experiments/$experimentId/new-scorer');

/** Choose a kind, fill in its parameters, try it on a trace, register it; or the same for a new version. */
export function NewScorerPage() {
  const { experimentId } = route.useParams();
  const { name } = route.useSearch();
  const query = useQuery(builtInScorersQuery);
  return (
    <Page title={name === undefined ? 'New scorer' : `New version of “${name}”`}>
      <QueryView query={query}>
        {({ scorers }) =>
          name === undefined ? (
            <Choice experimentId={experimentId} scorers={scorers} />
          ) : (
            <NextVersion experimentId={experimentId} name={name} scorers={scorers} />
          )
        }
      </QueryView>
    </Page>
  );
}

interface ChoiceProps {
  readonly experimentId: string;
  readonly scorers: readonly BuiltInScorer[];
}

function Choice({ experimentId, scorers }: ChoiceProps) {
  const { kind = 'instructions' } = route.useSearch();
  const navigate = route.useNavigate();
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
      {chosen !== undefined && <ScorerForm key={chosen.name} experimentId={experimentId} kind={chosen} />}
    </Stack>
  );
}

/** The form as the newest version would have been filled in. */
function NextVersion({ experimentId, name, scorers }: ChoiceProps & { readonly name: string }) {
  const query = useQuery(scorerVersionsQuery(experimentId, name));
  return (
    <QueryView query={query}>
      {({ scorers: versions }) => {
        const newest = versions.at(-1);
        const kind = scorers.find((each) => newest && each.name === kindOfDefinition(newest.definition));
        if (newest === undefined || kind === undefined) {
          return <Choice experimentId={experimentId} scorers={scorers} />;
        }
        return (
          <Stack p="md" maw={1280}>
            <ScorerForm experimentId={experimentId} kind={kind} before={newest} />
          </Stack>
        );
      }}
    </QueryView>
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
