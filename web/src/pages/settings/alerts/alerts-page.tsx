import { Badge, Button, Group, Switch, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { alertRulesQuery, type AlertRule } from '../../../api/alert-rules.ts';
import { api, dataOf } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { AddAlertRule } from './add-alert-rule.tsx';
import { AlertHistory } from './alert-history.tsx';

const STATE_COLOURS = { ok: 'green', firing: 'red', 'no-data': 'gray' } as const;

export function AlertsPage() {
  const rules = useQuery(alertRulesQuery);
  const [isAdding, { open, close }] = useDisclosure();
  const [watched, setWatched] = useState<AlertRule>();
  return (
    <Section
      title="Alerts"
      description="Figures and scores that are watched every minute; webhooks are told when one begins to hold and when it ceases to."
      actions={
        <Button size="xs" onClick={open}>
          Add a rule
        </Button>
      }
    >
      <QueryView query={rules} lines={3}>
        {({ alert_rules: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing is watched">
              Add a rule: an error rate above 5 % over 15 minutes, or a pass rate that falls by 10 % from the
              day before.
            </EmptyState>
          ) : (
            <DataTable
              label="Alert rules"
              rows={rows}
              columns={columnsOf(setWatched)}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryView>
      <AddAlertRule isOpen={isAdding} onClose={close} />
      {watched !== undefined && <AlertHistory rule={watched} onClose={() => setWatched(undefined)} />}
    </Section>
  );
}

function columnsOf(onWatch: (rule: AlertRule) => void): Column<AlertRule>[] {
  return [
    { label: 'State', width: 110, render: (rule) => <StateBadge {...rule} /> },
    { label: 'Name', render: ({ name }) => name },
    { label: 'Rule', render: ({ summary }) => summary },
    { label: 'Experiment', render: ({ experiment_id: id }) => id },
    {
      label: 'Checked',
      render: ({ last_check_time: time }) => (time === undefined ? 'not yet' : formatTime(time)),
    },
    { label: 'On', width: 70, render: (rule) => <Enabled {...rule} /> },
    {
      label: 'Actions',
      width: 130,
      render: (rule) => (
        <Group gap={4} wrap="nowrap">
          <Button size="compact-xs" variant="default" onClick={() => onWatch(rule)}>
            History
          </Button>
          <DeleteRule {...rule} />
        </Group>
      ),
    },
  ];
}

function StateBadge({ state, error }: AlertRule) {
  const badge = (
    <Badge color={error === undefined ? STATE_COLOURS[state] : 'orange'} variant="light" tt="none">
      {error === undefined ? state : 'fails'}
    </Badge>
  );
  return error === undefined ? badge : <Tooltip label={error}>{badge}</Tooltip>;
}

function Enabled({ id, name, is_enabled: isEnabled }: AlertRule) {
  const change = useChange(
    () =>
      dataOf(
        api.PATCH('/api/v1/alert-rules/{id}', { params: { path: { id } }, body: { is_enabled: !isEnabled } }),
      ),
    [['alert-rules']],
  );
  return (
    <Switch
      size="xs"
      checked={isEnabled}
      disabled={change.isPending}
      onChange={() => change.mutate()}
      aria-label={`Whether ${name} is watched`}
    />
  );
}

function DeleteRule({ id, name }: AlertRule) {
  const deletion = useChange(
    () => dataOf(api.DELETE('/api/v1/alert-rules/{id}', { params: { path: { id } } })),
    [['alert-rules']],
  );
  return (
    <ConfirmButton label={`Delete the rule “${name}”`} deed={deletion}>
      Its history goes with it.
    </ConfirmButton>
  );
}
