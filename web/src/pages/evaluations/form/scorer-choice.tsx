import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { builtInScorersQuery, scorersQuery, type BuiltInScorer } from '../../../api/scorers.ts';
import { builtInChoice, labelOfDefined, registeredChoice } from './selection-form.ts';

interface ScorerChoiceProps {
  readonly experimentId: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

const MOST = 20;

/** Registered scorers of the experiment, and built-in ones that need no parameters. */
export function ScorerChoiceInput({ experimentId, value, onChange }: ScorerChoiceProps) {
  const { data: registered } = useQuery(scorersQuery(experimentId));
  const { data: builtIn } = useQuery(builtInScorersQuery);
  const [isOpen, setOpen] = useState(false);
  return (
    <MultiSelect
      label="Scorers"
      description="Registered ones in their newest version; built-in ones as they are"
      placeholder={value.length === 0 ? 'Choose at least one' : undefined}
      searchable
      withAsterisk
      maxValues={MOST}
      value={[...value]}
      onChange={onChange}
      // Shut after each choice: it would lie over the estimate and the buttons of the form.
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onOptionSubmit={() => setOpen(false)}
      nothingFoundMessage="No scorer has this in its name"
      data={[
        {
          group: 'Registered here',
          items: (registered?.scorers ?? []).map(({ name }) => ({
            value: registeredChoice(name),
            label: name,
          })),
        },
        {
          group: 'Built in',
          items: (builtIn?.scorers ?? [])
            .filter((scorer) => !hasRequired(scorer))
            .map(({ name, title }) => ({ value: builtInChoice(name), label: title })),
        },
        {
          group: 'Pinned or described here',
          items: value.flatMap((choice) => {
            const label = labelOfDefined(choice);
            return label === undefined ? [] : [{ value: choice, label }];
          }),
        },
      ].filter(({ items }) => items.length > 0)}
    />
  );
}

function hasRequired({ parameters }: BuiltInScorer): boolean {
  const required = parameters['required'];
  return Array.isArray(required) && required.length > 0;
}
