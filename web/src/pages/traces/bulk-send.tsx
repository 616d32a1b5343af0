import { Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTraffic } from '../../app/use-traffic.ts';
import { formatCount } from '../../components/format.ts';
import type { BulkActionProps } from './bulk-bar.tsx';
import {
  addToDataset,
  createDataset,
  createReviewQueue,
  datasetChoicesQuery,
  MOST_RECORDS,
  MOST_REVIEWED,
  reviewChoicesQuery,
  sendToReview,
} from './bulk-destinations.ts';
import { BulkForm } from './bulk-form.tsx';

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

interface BulkSendProps extends BulkActionProps {
  readonly destination: keyof typeof DESTINATIONS;
}

/** Puts the chosen traces into a dataset or a review queue, one there is or a new one. */
export function BulkSend({ destination, targets, count, onClose, onDone }: BulkSendProps) {
  const { title, noun, action, hint, most, choices: choicesQuery, create, send } = DESTINATIONS[destination];
  const { experimentId } = useTraffic();
  const queries = useQueryClient();
  const choices = useQuery(choicesQuery(experimentId));
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const place = chosen ?? choices.data?.[0]?.value ?? NEW;
  const deed = useMutation({
    mutationFn: async () => {
      const id = place === NEW ? await create(experimentId, name.trim()) : place;
      return send(targets, id);
    },
    onSuccess: async (sent) => {
      await queries.invalidateQueries({
        queryKey: [destination === 'dataset' ? 'datasets' : 'review-queues'],
      });
      onDone(`${formatCount(sent)} traces are in the ${noun}`);
    },
  });
  return (
    <BulkForm
      title={`${title}: ${formatCount(count)} traces`}
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
    </BulkForm>
  );
}
