import type { ChunkPool } from '../native/chunk-pool.ts';
import type { NativeColumns } from '../native/native-block.ts';
import { ArrayColumn, MapColumn, NullableColumn } from '../native/nested-columns.ts';
import { HexColumn, Int64Column, NumberColumn } from '../native/number-columns.ts';
import { LowCardinalityColumn, StringColumn } from '../native/text-columns.ts';
import { newCostColumns } from './cost-columns.ts';

/** The columns of the `spans` table, in memory; what is long comes from the pool. */
export function newSpanColumns(pool: ChunkPool) {
  return {
    workspace_id: new LowCardinalityColumn(),
    experiment_id: new NumberColumn('UInt32'),
    trace_id: new HexColumn(16),
    span_id: new HexColumn(8),
    parent_span_id: new HexColumn(8),
    sequence: new Int64Column('UInt64'),
    is_deleted: new NumberColumn('UInt8'),
    received_at: new Int64Column("DateTime64(3, 'UTC')"),
    start_time: new Int64Column("DateTime64(9, 'UTC')"),
    end_time: new Int64Column("DateTime64(9, 'UTC')"),
    name: new LowCardinalityColumn(),
    kind: new NumberColumn('UInt8'),
    type: new LowCardinalityColumn(),
    status_code: new NumberColumn('UInt8'),
    status_message: new StringColumn(),
    service: new LowCardinalityColumn(),
    scope_name: new LowCardinalityColumn(),
    scope_version: new LowCardinalityColumn(),
    model: new LowCardinalityColumn(),
    provider: new LowCardinalityColumn(),
    presence: new NumberColumn('UInt16'),
    ...newUsageColumns(),
    ...newContextColumns(pool),
    session_id: new StringColumn(),
    user_id: new StringColumn(),
    trace_tags: new StringColumn(),
    request_preview: new StringColumn(pool),
    response_preview: new StringColumn(pool),
    message_format: new LowCardinalityColumn(),
    attributes: new MapColumn(pool),
    attribute_types: new LowCardinalityColumn(),
    inputs: new StringColumn(pool),
    inputs_attribute: new LowCardinalityColumn(),
    outputs: new StringColumn(pool),
    outputs_attribute: new LowCardinalityColumn(),
    resource: new LowCardinalityColumn(),
    trace_state: new LowCardinalityColumn(),
    events: new StringColumn(pool),
    links: new StringColumn(),
    blobs: new StringColumn(),
    faults: new StringColumn(),
  } satisfies NativeColumns;
}

/** What a call used and what it cost. */
function newUsageColumns() {
  return {
    tokens_input: new Int64Column('UInt64'),
    tokens_cache_read: new Int64Column('UInt64'),
    tokens_cache_write: new Int64Column('UInt64'),
    tokens_output: new Int64Column('UInt64'),
    tokens_reasoning: new Int64Column('UInt64'),
    tokens_total: new Int64Column('UInt64'),
    tokens_input_audio: new Int64Column('UInt64'),
    tokens_output_audio: new Int64Column('UInt64'),
    service_tier: new LowCardinalityColumn(),
    ...newCostColumns(),
    cost_price: new LowCardinalityColumn(),
  };
}

/** What a call was given besides its inputs, and how soon it answered. */
function newContextColumns(pool: ChunkPool) {
  return {
    time_to_first_token: new NullableColumn<bigint, Int64Column>(new Int64Column('Int64'), 0n),
    prompt_versions: new ArrayColumn(new LowCardinalityColumn()),
    logged_model: new LowCardinalityColumn(),
    tools: new StringColumn(pool),
    tools_attribute: new LowCardinalityColumn(),
    documents: new StringColumn(pool),
    documents_attribute: new LowCardinalityColumn(),
  };
}

export type SpanColumns = ReturnType<typeof newSpanColumns>;
