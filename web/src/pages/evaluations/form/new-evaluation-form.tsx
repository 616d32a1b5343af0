import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTraffic } from '../../../app/use-traffic.ts';
import { createEvaluation, EVALUATIONS_KEY } from '../../../api/evaluations.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { EstimateView } from './estimate-view.tsx';
import { LimitFields } from './limit-fields.tsx';
import { localMinute } from './local-minute.ts';
import { ScorerChoiceInput } from './scorer-choice.tsx';
import { SelectionFields } from './selection-fields.tsx';
import { EMPTY_SELECTION, isComplete, toNewEvaluation, type SelectionForm } from './selection-form.ts';

interface NewEvaluationFormProps {
  readonly experimentId: string;
  readonly onClose: () => void;
}

/** Begins with the traffic that the address shows; goes to the evaluation when it has begun. */
export function NewEvaluationForm({ experimentId, onClose }: NewEvaluationFormProps) {
  const traffic = useTraffic();
  const navigate = useNavigate();
  const [form, setForm] = useState<SelectionForm>(() => {
    const { from, to } = traffic.bounds();
    return { ...EMPTY_SELECTION, filter: traffic.filter, from: localMinute(from), to: localMinute(to) };
  });
  const change = (part: Partial<SelectionForm>): void => setForm((all) => ({ ...all, ...part }));
  const body = toNewEvaluation(experimentId, form);
  const submission = useChange(
    () => createEvaluation(body),
    [EVALUATIONS_KEY],
    ({ evaluation_id: evaluationId }) =>
      void navigate({
        to: '/experiments/$experimentId/evaluations/$evaluationId',
        params: { experimentId, evaluationId },
      }),
  );
  return (
    <FormModal
      title="New evaluation"
      action="Begin"
      isOpen
      size="lg"
      onClose={onClose}
      submission={submission}
      isComplete={isComplete(form)}
    >
      <TextInput
        label="Name"
        placeholder="Invented when empty"
        data-autofocus
        value={form.name}
        onChange={({ currentTarget: { value } }) => change({ name: value })}
      />
      <SelectionFields experimentId={experimentId} form={form} change={change} />
      <ScorerChoiceInput
        experimentId={experimentId}
        value={form.scorers}
        onChange={(scorers) => change({ scorers })}
      />
      <LimitFields form={form} change={change} />
      <EstimateView body={body} isComplete={isComplete(form)} />
    </FormModal>
  );
}
