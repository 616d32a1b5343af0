import { Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { measureAgreement, type JudgeAgreement } from '../../api/scorers.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { formatCount, formatPercent } from '../../components/format.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { TraceLink } from '../../components/trace-link.tsx';

interface AgreementPanelProps {
  readonly experimentId: string;
  readonly name: string;
}

/** How far the scorer says what people say. */
export function AgreementPanel({ experimentId, name }: AgreementPanelProps) {
  const [label, setLabel] = useState(name);
  const measuring = useMutation({
    mutationFn: () => measureAgreement({ experiment_id: experimentId, scorer: name, label }),
  });
  return (
    <Stack component="section" aria-label="Agreement with people">
      <Title order={2}>Agreement with people</Title>
      <Group align="end">
        <TextInput
          label="People’s assessments"
          style={{ flex: 1 }}
          value={label}
          onChange={({ currentTarget: { value } }) => setLabel(value)}
        />
        <Button variant="default" loading={measuring.isPending} onClick={() => measuring.mutate()}>
          Measure
        </Button>
      </Group>
      {measuring.isError && <ProblemNotice error={measuring.error} />}
      {measuring.data !== undefined && <Agreement agreement={measuring.data} experimentId={experimentId} />}
    </Stack>
  );
}

interface AgreementProps {
  readonly agreement: JudgeAgreement;
  readonly experimentId: string;
}

function Agreement({ agreement, experimentId }: AgreementProps) {
  const { traces, agreement: share, kappa, disagreements } = agreement;
  if (traces === 0) {
    return (
      <Text size="sm" c="var(--text-soft)" role="status">
        On no trace both the scorer and a person spoke. Let people give feedback of this name.
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" className="tabular" role="status">
        The same on <strong>{formatPercent(share ?? 0)}</strong> of {formatCount(traces)} traces.{' '}
        {kappa === undefined
          ? 'No kappa: one side always says the same word.'
          : `Kappa ${kappa.estimate.toFixed(2)} (${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)}).`}
      </Text>
      <Confusion agreement={agreement} />
      {disagreements.length > 0 && (
        <DataTable
          label="Disagreements"
          rows={disagreements}
          columns={columnsFor(experimentId)}
          keyOf={({ trace_id: id, human }) => `${id} ${human.source_id ?? ''}`}
          minWidth={420}
        />
      )}
    </Stack>
  );
}

/** Rows say what the scorer said, columns what people said. */
function Confusion({ agreement: { labels, confusion } }: { readonly agreement: JudgeAgreement }) {
  return (
    <Table withTableBorder withColumnBorders w="fit-content" aria-label="Scorer by people">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Scorer ↓ People →</Table.Th>
          {labels.map((label) => (
            <Table.Th key={label} ta="right">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {labels.map((label, row) => (
          <Table.Tr key={label}>
            <Table.Th scope="row">{label}</Table.Th>
            {labels.map((other, column) => (
              <Table.Td key={other} ta="right" className="tabular" fw={row === column ? 700 : 400}>
                {confusion[row]?.[column] ?? 0}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type Disagreement = JudgeAgreement['disagreements'][number];

function columnsFor(experimentId: string): readonly Column<Disagreement>[] {
  return [
    {
      label: 'Trace',
      render: ({ trace_id: id }) => <TraceLink experimentId={experimentId} traceId={id} />,
    },
    { label: 'Scorer', render: ({ judge }) => <Said verdict={judge} /> },
    { label: 'Person', render: ({ human }) => <Said verdict={human} /> },
  ];
}

function Said({ verdict: { value, rationale } }: { readonly verdict: Disagreement['judge'] }) {
  return (
    <>
      <Text span size="sm" fw={600}>
        {typeof value === 'string' ? value : JSON.stringify(value)}
      </Text>
      {rationale !== undefined && (
        <Text size="xs" c="var(--text-soft)" lineClamp={2}>
          {rationale}
        </Text>
      )}
    </>
  );
}
