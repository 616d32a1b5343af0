import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import { pricesQuery, type ModelPrice } from '../../../api/prices.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { Reprice } from './reprice.tsx';
import { SetPrice } from './set-price.tsx';

const COLUMNS: readonly Column<ModelPrice>[] = [
  { label: 'Model', render: ({ model }) => model },
  { label: 'Provider', render: ({ provider }) => provider ?? 'any' },
  { label: 'Input', isFigure: true, render: ({ input }) => dollars(input) },
  { label: 'Cached input', isFigure: true, render: ({ cache_read: cached }) => dollars(cached) },
  { label: 'Output', isFigure: true, render: ({ output }) => dollars(output) },
  { label: 'Changed', render: ({ last_update_time: time }) => formatTime(time) },
  { label: 'Actions', width: 60, render: (price) => <DeletePrice {...price} /> },
];

export function PricesPage() {
  const prices = useQuery(pricesQuery);
  const [isSetting, { open, close }] = useDisclosure();
  return (
    <>
      <Section
        title="Prices of your own"
        description={
          prices.data === undefined
            ? undefined
            : `US dollars per million tokens. Every other model costs what table ${prices.data.table.version} says.`
        }
        actions={
          <Button size="xs" onClick={open}>
            Set a price
          </Button>
        }
      >
        <QueryView query={prices} lines={3}>
          {({ prices: rows }) =>
            rows.length === 0 ? (
              <EmptyState title="No price of your own">
                Set one for a model that the table does not know, or where you pay less than the list price.
              </EmptyState>
            ) : (
              <DataTable
                label="Prices"
                rows={rows}
                columns={COLUMNS}
                keyOf={({ model, provider }) => `${provider ?? ''}/${model}`}
              />
            )
          }
        </QueryView>
        <SetPrice isOpen={isSetting} onClose={close} />
      </Section>
      <Reprice />
    </>
  );
}

function dollars(price: string | undefined): string {
  return price === undefined ? '–' : `$${price}`;
}

function DeletePrice({ model, provider }: ModelPrice) {
  const deletion = useChange(
    () =>
      dataOf(api.DELETE('/api/v1/model-prices', { params: { query: { model, provider: provider ?? '' } } })),
    [['prices']],
  );
  return (
    <ConfirmButton label={`Delete the price of ${model}`} deed={deletion}>
      New traces cost what the table says. Stored ones keep their cost until you reprice them.
    </ConfirmButton>
  );
}
