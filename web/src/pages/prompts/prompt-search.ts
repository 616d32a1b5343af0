import { TIME_RANGES, type TimeRange } from '../../app/traffic-search.ts';

export const PROMPT_TABS = ['template', 'compare', 'playground', 'usage', 'code'] as const;
export type PromptTab = (typeof PROMPT_TABS)[number];

/** What the list of prompts shows. */
export interface PromptsSearch {
  readonly search?: string;
}

/** What the page of a prompt shows. */
export interface PromptSearch {
  readonly tab?: PromptTab;
  /** The latest when absent. */
  readonly version?: number;
  /** What the version is compared with: the one before it when absent. */
  readonly with?: number;
  /** Of its usage. */
  readonly range?: TimeRange;
}

type Given = Readonly<Record<string, unknown>>;

export function readPromptsSearch({ search }: Given): PromptsSearch {
  return search === undefined || search === '' ? {} : { search: String(search) };
}

export function readPromptSearch(given: Given): PromptSearch {
  return {
    tab: PROMPT_TABS.find((each) => each === given['tab']),
    version: readVersion(given['version']),
    with: readVersion(given['with']),
    range: TIME_RANGES.find((each) => each === given['range']),
  };
}

function readVersion(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}
