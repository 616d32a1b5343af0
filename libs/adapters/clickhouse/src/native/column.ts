/** One column of a block in ClickHouse's Native format, filled value by value. */
export interface Column {
  /** Type as ClickHouse spells it. */
  readonly type: string;
  /** Encoded size so far, in bytes. */
  readonly byteLength: number;
  /** Serialisation state that stands before the data, outermost first; usually none. */
  prefix(): readonly Uint8Array[];
  /** The data; valid until the next value is added. */
  body(): readonly Uint8Array[];
  /** Gives memory back for other columns: nothing may be read from or added to this one any more. */
  release(): void;
}

export const NO_PREFIX: readonly Uint8Array[] = [];
