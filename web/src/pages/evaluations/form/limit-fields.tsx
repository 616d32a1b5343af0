import { NumberInput, SimpleGrid } from '@mantine/core';
import type { SelectionForm } from './selection-form.ts';

interface LimitFieldsProps {
  readonly form: SelectionForm;
  readonly change: (part: Partial<SelectionForm>) => void;
}

/** How many traces, and how much money. */
export function LimitFields({ form, change }: LimitFieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <NumberInput
        label="Sample"
        suffix=" %"
        min={0.01}
        max={100}
        value={form.samplePercent}
        onChange={(samplePercent) => change({ samplePercent })}
      />
      <NumberInput
        label="At most"
        suffix=" traces"
        thousandSeparator
        min={1}
        allowDecimal={false}
        value={form.maxTraces}
        onChange={(maxTraces) => change({ maxTraces })}
      />
      <NumberInput
        label="Budget"
        prefix="$"
        min={0.000001}
        value={form.budget}
        onChange={(budget) => change({ budget })}
      />
    </SimpleGrid>
  );
}
