import type { ChunkPool } from './chunk-pool.ts';
import type { Column } from './column.ts';
import { Int64Column, NumberColumn } from './number-columns.ts';
import { LowCardinalityColumn, StringColumn } from './text-columns.ts';

/** Array(T): add the items to `items`, then close the row. */
export class ArrayColumn<Items extends Column> implements Column {
  readonly type: string;
  private readonly offsets = new Int64Column('UInt64');
  private total = 0;

  constructor(readonly items: Items) {
    this.type = `Array(${items.type})`;
  }

  get byteLength(): number {
    return this.offsets.byteLength + this.items.byteLength;
  }

  /** Ends a row of as many items as were added to `items` since the row before. */
  endRow(itemCount: number): void {
    this.total += itemCount;
    this.offsets.addNumber(this.total);
  }

  prefix(): readonly Uint8Array[] {
    return this.items.prefix();
  }

  body(): readonly Uint8Array[] {
    return [...this.offsets.body(), ...this.items.body()];
  }

  release(): void {
    this.items.release();
  }
}

/** Map(LowCardinality(String), String): add entries, then close the row. Keys of a row must differ. */
export class MapColumn implements Column {
  readonly type = 'Map(LowCardinality(String), String)';
  private readonly offsets = new Int64Column('UInt64');
  private readonly keys = new LowCardinalityColumn();
  private readonly values: StringColumn;
  private total = 0;

  constructor(pool?: ChunkPool) {
    this.values = new StringColumn(pool);
  }

  get byteLength(): number {
    return this.offsets.byteLength + this.keys.byteLength + this.values.byteLength;
  }

  addEntry(key: string, value: string): void {
    this.keys.add(key);
    this.values.add(value);
    this.total += 1;
  }

  endRow(): void {
    this.offsets.addNumber(this.total);
  }

  add(map: ReadonlyMap<string, string>): void {
    for (const [key, value] of map) this.addEntry(key, value);
    this.endRow();
  }

  prefix(): readonly Uint8Array[] {
    return this.keys.prefix();
  }

  body(): readonly Uint8Array[] {
    return [...this.offsets.body(), ...this.keys.body(), ...this.values.body()];
  }

  release(): void {
    this.keys.release();
    this.values.release();
  }
}

/** Nullable(T): an absent value also stands in `values`, as whatever `addDefault` adds. */
export class NullableColumn<Value, Values extends Column & { add(value: Value): void }> implements Column {
  readonly type: string;
  private readonly nulls = new NumberColumn('UInt8');

  constructor(
    private readonly values: Values,
    private readonly placeholder: Value,
  ) {
    this.type = `Nullable(${values.type})`;
  }

  get byteLength(): number {
    return this.nulls.byteLength + this.values.byteLength;
  }

  add(value: Value | undefined): void {
    this.nulls.add(value === undefined ? 1 : 0);
    this.values.add(value ?? this.placeholder);
  }

  prefix(): readonly Uint8Array[] {
    return this.values.prefix();
  }

  body(): readonly Uint8Array[] {
    return [...this.nulls.body(), ...this.values.body()];
  }

  release(): void {
    this.values.release();
  }
}
