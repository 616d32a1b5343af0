export const SPAN_TABS = ['content', 'attributes', 'events', 'assessments'] as const;
export type SpanTab = (typeof SPAN_TABS)[number];

/** What of the page of a trace can be linked to. */
export interface TraceSearch {
  /** Id of the chosen span; the first root when absent. */
  readonly span?: string;
  /** What of it is shown; named unlike the tabs of other pages, whose addresses are typed with this one's. */
  readonly panel?: SpanTab;
}

const SPAN_ID = /^[0-9a-f]{16}$/;

/** What of an address is understood; the rest is left out. */
export function readTraceSearch(search: Readonly<Record<string, unknown>>): TraceSearch {
  // An id of digits alone comes as a number, which may have lost leading zeros and its end: no id then.
  const span = String(search['span']).toLowerCase();
  const panel = SPAN_TABS.find((each) => each === search['panel']);
  return { ...(SPAN_ID.test(span) && { span }), ...(panel !== undefined && { panel }) };
}
