/** Which columns of a table are shown, in which order and how wide. */
export interface ColumnLayout {
  /** Every column, in order. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** In pixels; those absent have their usual width. */
  readonly widths: Readonly<Record<string, number>>;
}

export const NARROWEST = 56;
const WIDEST = 900;

/** A layout read from storage or an address, with columns that it does not know at their usual place. */
export function readLayout(value: unknown, usual: ColumnLayout): ColumnLayout {
  if (typeof value !== 'object' || value === null) return usual;
  const { order, hidden, widths } = value as Partial<Record<keyof ColumnLayout, unknown>>;
  const known = texts(order).filter((id) => usual.order.includes(id));
  if (known.length === 0) return usual;
  const missing = usual.order.filter((id) => !known.includes(id));
  return {
    order: [...known, ...missing],
    hidden: [
      ...texts(hidden).filter((id) => usual.order.includes(id)),
      ...missing.filter((id) => usual.hidden.includes(id)),
    ],
    widths: numbers(widths),
  };
}

export function withWidth(layout: ColumnLayout, id: string, width: number): ColumnLayout {
  const bounded = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  return { ...layout, widths: { ...layout.widths, [id]: bounded } };
}

export function withShown(layout: ColumnLayout, id: string, isShown: boolean): ColumnLayout {
  const hidden = layout.hidden.filter((each) => each !== id);
  return { ...layout, hidden: isShown ? hidden : [...hidden, id] };
}

/** Moves a column by so many places. */
export function withMoved(layout: ColumnLayout, id: string, by: number): ColumnLayout {
  const at = layout.order.indexOf(id);
  const to = Math.min(layout.order.length - 1, Math.max(0, at + by));
  const order = layout.order.filter((each) => each !== id);
  return { ...layout, order: [...order.slice(0, to), id, ...order.slice(to)] };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function numbers(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
