import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS, limitsQuery, putLimits, type LimitKind, type Limits } from '../../../api/limits.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';

interface LimitsFormProps {
  readonly title: string;
  /** Absent: the workspace's. */
  readonly keyId?: string;
  readonly known: Limits;
  readonly onClose: () => void;
}

type Values = Record<LimitKind, number | string>;

/** Changes the limits of the workspace or of a key; an empty field is as the installation has it by default. */
export function LimitsForm({ title, keyId, known, onClose }: LimitsFormProps) {
  const initialValues = Object.fromEntries(LIMITS.map(({ kind }) => [kind, known.own[kind] ?? ''])) as Values;
  const form = useForm<Values>({ initialValues });
  const change = useChange(
    () => putLimits(keyId, ownLimits(form.values, known.own)),
    [limitsQuery(keyId).queryKey],
  );
  return (
    <FormModal title={title} action="Save" isOpen onClose={onClose} submission={change}>
      {LIMITS.map(({ kind, label }) => (
        <NumberInput
          key={kind}
          label={label}
          min={1}
          allowDecimal={false}
          thousandSeparator=","
          placeholder={known.own[kind] === null ? 'No limit' : (known.limits[kind]?.toString() ?? 'No limit')}
          {...form.getInputProps(kind)}
        />
      ))}
    </FormModal>
  );
}

/** A limit that was lifted stays lifted while nothing is written in its place. */
function ownLimits(values: Values, before: Limits['own']): Limits['own'] {
  return Object.fromEntries(
    LIMITS.flatMap(({ kind }): [LimitKind, number | null][] => {
      const value = values[kind];
      if (typeof value === 'number') return [[kind, value]];
      return before[kind] === null ? [[kind, null]] : [];
    }),
  );
}
