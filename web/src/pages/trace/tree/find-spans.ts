import type { TraceOutline } from '../../../api/trace-detail.ts';
import type { SpanTree } from './span-tree.ts';

type Named = Pick<TraceOutline, 'names' | 'types' | 'services' | 'models' | 'span_ids'>;

/** Positions, from top to bottom, of the spans with the words in their name, type, service, model or id; none for no words. */
export function findSpans(outline: Named, { order }: Pick<SpanTree, 'order'>, typed: string): number[] {
  const words = typed.trim().toLowerCase();
  if (words === '') return [];
  const columns = [outline.names, outline.types, outline.services, outline.models].map(
    ({ values, indexes }) => {
      // Each text is looked at once, however many spans share it.
      const isFound = values.map((value) => value.toLowerCase().includes(words));
      return isFound.includes(true) ? (position: number) => isFound[indexes[position] ?? -1] : () => false;
    },
  );
  return [...order].filter(
    (position) => columns.some((has) => has(position)) || outline.span_ids[position] === words,
  );
}

/** The found span after the chosen one, or before it, round the ends. */
export function nextFound(
  found: readonly number[],
  { places }: Pick<SpanTree, 'places'>,
  { chosen, step }: { readonly chosen: number; readonly step: 1 | -1 },
): number | undefined {
  const place = places[chosen] ?? -1;
  const placeOf = (position: number): number => places[position] ?? 0;
  if (step === 1) return found.find((each) => placeOf(each) > place) ?? found[0];
  return found.findLast((each) => placeOf(each) < place) ?? found.at(-1);
}
