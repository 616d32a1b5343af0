import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { suggestionsQuery } from '../../api/suggestions.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { completionsAt, suggestionNeedAt, type Completion } from './completions.ts';
import type { FilterContext } from './filter-context.ts';

const TYPING_MS = 120;

/** What may stand at the cursor: of the grammar, and of the experiment's newest traces. */
export function useCompletions(context: FilterContext, isOpen: boolean): readonly Completion[] {
  const { experimentId } = useTraffic();
  const need = suggestionNeedAt(context);
  const [prefix] = useDebouncedValue(need?.prefix ?? '', TYPING_MS);
  const suggestions = useQuery({
    ...suggestionsQuery({ experimentId, field: need?.field ?? 'name', prefix }),
    enabled: isOpen && need !== undefined,
    placeholderData: keepPreviousData,
  });
  const known = completionsAt(context);
  if (need === undefined) return known;
  const lowered = need.prefix.toLowerCase();
  const asked = (suggestions.data ?? []).filter(({ value }) => value.toLowerCase().startsWith(lowered));
  return [...known, ...asked.map(({ value }) => need.toCompletion(value))];
}
