import { readLayout, type ColumnLayout } from './column-layout.ts';
import { USUAL_LAYOUT } from './trace-columns.tsx';

/** A list as somebody likes to look at it. */
export interface SavedView {
  readonly name: string;
  readonly filter: string;
  readonly order: string | undefined;
  readonly layout: ColumnLayout;
}

/** Views are tags of the experiment, so that everyone who works on it has them. */
const PREFIX = 'millrace.view.';

export function viewTag(name: string): string {
  return `${PREFIX}${name}`;
}

/** Those among the tags of an experiment, by name; what can't be read is left out. */
export function viewsOf(tags: Readonly<Record<string, string>>): readonly SavedView[] {
  return Object.entries(tags)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, text]) => readView(key.slice(PREFIX.length), text))
    .filter((view) => view !== undefined)
    .sort((a, b) => a.name.localeCompare(b.name));
}

export function viewText({ filter, order, layout }: SavedView): string {
  return JSON.stringify({ filter, order, layout });
}

function readView(name: string, text: string): SavedView | undefined {
  try {
    const view: unknown = JSON.parse(text);
    if (typeof view !== 'object' || view === null) return undefined;
    const { filter, order, layout } = view as Record<string, unknown>;
    return {
      name,
      filter: typeof filter === 'string' ? filter : '',
      order: typeof order === 'string' ? order : undefined,
      layout: readLayout(layout, USUAL_LAYOUT),
    };
  } catch {
    return undefined;
  }
}
