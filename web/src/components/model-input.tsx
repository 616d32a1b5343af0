import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { modelNamesQuery } from '../api/models.ts';

const LISTED = 50;

/** A model by its name: endpoints of the gateway and models of the workspace's providers are offered, any other may be typed. */
export function ModelInput(props: Omit<AutocompleteProps, 'data'>) {
  const { data: names = [] } = useQuery(modelNamesQuery);
  return (
    <Autocomplete
      placeholder="gateway:/endpoint or provider:/model"
      limit={LISTED}
      {...props}
      data={[
        { group: 'Endpoints of the gateway', items: names.filter(isEndpoint) },
        { group: 'Models', items: names.filter((name) => !isEndpoint(name)) },
      ].filter(({ items }) => items.length > 0)}
    />
  );
}

function isEndpoint(name: string): boolean {
  return name.startsWith('gateway:/');
}
