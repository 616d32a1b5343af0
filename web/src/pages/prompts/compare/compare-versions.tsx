import { Badge, Code, Group, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import {
  promptComparisonQuery,
  promptVersionsQuery,
  type PromptComparison,
  type PromptVersion,
} from '../../../api/prompts.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { DiffView } from './diff-view.tsx';

const route = getRouteApi('/prompts/$name');

/** What changed from another version to this one. */
export function CompareVersions({ version: { name, version } }: { readonly version: PromptVersion }) {
  const { with: other } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useInfiniteQuery(promptVersionsQuery(name));
  const known = data?.pages.flatMap((page) => page.versions) ?? [];
  const before = known.find((each) => each.version < version)?.version;
  const from = other ?? before ?? known.find((each) => each.version !== version)?.version;
  if (data !== undefined && from === undefined) {
    return <EmptyState title="Nothing to compare with">This is the only version of the prompt.</EmptyState>;
  }
  return (
    <Stack p="md" gap="md">
      <Group gap="sm">
        <Text size="sm">From</Text>
        <Select
          aria-label="Compare with version"
          size="xs"
          w={240}
          searchable
          allowDeselect={false}
          value={from === undefined ? null : String(from)}
          data={known
            .filter((each) => each.version !== version)
            .map((each) => ({ value: String(each.version), label: labelOf(each) }))}
          onChange={(next) => void navigate({ search: (all) => ({ ...all, with: Number(next) }) })}
        />
        <Text size="sm">to version {version}</Text>
      </Group>
      {from !== undefined && <Comparison name={name} from={from} to={version} />}
    </Stack>
  );
}

function labelOf({ version, aliases, commit_message: message }: PromptVersion): string {
  const said = aliases.length > 0 ? aliases.join(', ') : message.slice(0, 40);
  return said === '' ? `Version ${version}` : `Version ${version}: ${said}`;
}

interface ComparisonProps {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function Comparison({ name, from, to }: ComparisonProps) {
  const comparison = useQuery(promptComparisonQuery(name, from, to));
  return (
    <QueryView query={comparison}>
      {(compared) => (
        <>
          <Group gap={6}>
            {compared.variables_added.map((variable) => (
              <Badge key={variable} c="var(--state-ok)" variant="default" tt="none">
                + {variable}
              </Badge>
            ))}
            {compared.variables_removed.map((variable) => (
              <Badge key={variable} c="var(--state-error)" variant="default" tt="none">
                − {variable}
              </Badge>
            ))}
          </Group>
          <DiffView changes={compared.template} />
          <ChangedJson title="Response format" compared={compared} part="response_format" />
          <ChangedJson title="Model config" compared={compared} part="model_config" />
        </>
      )}
    </QueryView>
  );
}

interface ChangedJsonProps {
  readonly title: string;
  readonly compared: PromptComparison;
  readonly part: 'response_format' | 'model_config';
}

function ChangedJson({ title, compared, part }: ChangedJsonProps) {
  const isChanged =
    part === 'response_format' ? compared.is_response_format_changed : compared.is_model_config_changed;
  if (!isChanged) return null;
  return (
    <section>
      <Title order={3} mb={4}>
        {title} changed
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {[compared.from, compared.to].map((version) => (
          <Code block key={version.version}>
            {version[part] === undefined ? 'None' : JSON.stringify(version[part], undefined, 2)}
          </Code>
        ))}
      </SimpleGrid>
    </section>
  );
}
