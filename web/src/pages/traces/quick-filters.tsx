import { Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { suggestionsQuery } from '../../api/suggestions.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { hasClause, quoted, withClause, withoutClause } from '../../components/filter-bar/filter-clauses.ts';
import { formatCount } from '../../components/format.ts';

const STATES = [
  { value: '', label: 'All' },
  { value: "status = 'ERROR'", label: 'Errors' },
  { value: "status = 'IN_PROGRESS'", label: 'Running' },
];
const FACETS = [
  { field: 'name', label: 'Span', toClause: (value: string) => `span.name = ${quoted(value)}` },
  { field: 'model', label: 'Model', toClause: (value: string) => `model = ${quoted(value)}` },
  { field: 'user', label: 'User', toClause: (value: string) => `user = ${quoted(value)}` },
] as const;

/** The filters asked for most, by a click; they become part of the filter in the bar. */
export function QuickFilters() {
  const { search, filter, change } = useTraffic();
  const setFilter = (next: string): void => change({ ...search, filter: next === '' ? undefined : next });
  const state = STATES.find(({ value }) => value !== '' && hasClause(filter, value))?.value ?? '';
  return (
    <Group gap={6}>
      <SegmentedControl
        size="xs"
        aria-label="State"
        data={STATES}
        value={state}
        onChange={(chosen) => {
          const rest = state === '' ? filter : withoutClause(filter, state);
          setFilter(chosen === '' ? rest : withClause(rest, chosen));
        }}
      />
      {FACETS.map((facet) => (
        <FacetMenu key={facet.field} {...facet} filter={filter} onFilter={setFilter} />
      ))}
    </Group>
  );
}

interface FacetMenuProps {
  readonly field: string;
  readonly label: string;
  readonly toClause: (value: string) => string;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

function FacetMenu({ field, label, toClause, filter, onFilter }: FacetMenuProps) {
  const { experimentId, bounds } = useTraffic();
  const [isOpen, setOpen] = useState(false);
  const values = useQuery({
    ...suggestionsQuery({ experimentId, field, limit: 20, ...bounds() }),
    enabled: isOpen,
  });
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md">
      <Menu.Target>
        <Button size="xs" variant="default" fw={500} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {values.data?.length === 0 && <Menu.Label>None among the newest traces</Menu.Label>}
        {values.data?.map(({ value, count }) => {
          const clause = toClause(value);
          const isChosen = hasClause(filter, clause);
          return (
            <Menu.Item
              key={value}
              leftSection={isChosen ? <IconCheck size={14} aria-label="chosen" /> : undefined}
              rightSection={
                <Text size="xs" c="var(--text-soft)" className="tabular">
                  {formatCount(count)}
                </Text>
              }
              onClick={() => onFilter(isChosen ? withoutClause(filter, clause) : withClause(filter, clause))}
            >
              {value}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
