/**
 * An OTLP AnyValue without loss: int64 is a `bigint`, double a `number`, bytes a `Uint8Array`, kvlist a `Map`, an absent
 * value `null`. Source: opentelemetry/proto/common/v1/common.proto.
 */
export type AttributeValue =
  string | boolean | bigint | number | Uint8Array | readonly AttributeValue[] | AttributeMap | null;

/** Attributes by key, in the order they were sent; a repeated key keeps its last value. */
export type AttributeMap = ReadonlyMap<string, AttributeValue>;
