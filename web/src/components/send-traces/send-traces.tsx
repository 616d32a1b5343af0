import { Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount, formatTraces } from '../format.ts';
import type { TraceTargets } from '../../api/traces.ts';
import {
  addToDataset,
  createDataset,
  createReviewQueue,
  datasetChoicesQuery,
  MOST_RECORDS,
  MOST_REVIEWED,
  reviewChoicesQuery,
  sendToReview,
} from '../../api/trace-destinations.ts';
import { DeedForm } from './deed-form.tsx';

const NEW = 'new';

const DESTINATIONS = {
  dataset: {
    title: 'Add to a dataset',
    noun: 'dataset',
    action: 'Add',
    hint: 'What each trace was asked becomes a record, with what was expected of it.',
    most: MOST_RECORDS,
    choices: datasetChoicesQuery,
    create: createDataset,
    send: addToDataset,
  },
  review: {
    title: 'Send to review',
    noun: 'review queue',
    action: 'Send',
    hint: 'Traces that the queue has already stay as they are.',
    most: MOST_REVIEWED,
    choices: reviewChoicesQuery,
    create: createReviewQueue,
    send: sendToReview,
  },
} as const;

export type TraceDestination = keyof typeof DESTINATIONS;

interface SendTracesProps {
  readonly destination: TraceDestination;
  readonly experimentId: string;
  readonly targets: TraceTargets;
  /** How many are meant, as far as is known. */
  readonly count: number;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Puts traces into a dataset or a review queue, one there is or a new one. */
export function SendTraces({ destination, experimentId, targets, count, onClose, onDone }: SendTracesProps) {
  const { title, noun, action, hint, most, choices: choicesQuery, create, send } = DESTINATIONS[destination];
  const queries = useQueryClient();
  const key = destination === 'dataset' ? 'datasets' : 'review-queues';
  const choices = useQuery(choicesQuery(experimentId));
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const place = chosen ?? choices.data?.[0]?.value ?? NEW;
  const deed = useMutation({
    mutationFn: async () => {
      if (place !== NEW) return send(targets, place);
      const id = await create(experimentId, name.trim());
      // Chosen from now on: should the rest fail, the next attempt needs no second one.
      await queries.invalidateQueries({ queryKey: [key] });
      setChosen(id);
      return send(targets, id);
    },
    onSuccess: async (sent) => {
      await queries.invalidateQueries({ queryKey: [key] });
      onDone(`${formatTraces(sent)} ${sent === 1 ? 'is' : 'are'} in the ${noun}`);
    },
  });
  return (
    <DeedForm
      title={`${title}: ${formatTraces(count)}`}
      action={action}
      isReady={choices.data !== undefined && (place !== NEW || name.trim() !== '')}
      deed={deed}
      onClose={onClose}
    >
      <Select
        label={noun.charAt(0).toUpperCase() + noun.slice(1)}
        data={[...(choices.data ?? []), { value: NEW, label: `New ${noun} …` }]}
        value={place}
        allowDeselect={false}
        onChange={(value) => setChosen(value ?? NEW)}
      />
      {place === NEW && (
        <TextInput
          label={`Name of the new ${noun}`}
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Text size="sm" c="var(--text-soft)">
        {hint} {count > most && `Only the newest ${formatCount(most)} of them: narrow the filter for others.`}
      </Text>
    </DeedForm>
  );
}
