import { readKeyValue } from './any-value.ts';
import { cutLargeAttributes, type AttributeClaim } from './claim-attributes.ts';
import { inspectAttribute, type AttributeInspection } from './inspect-span.ts';
import { lengthDelimited } from './length-delimited.ts';
import { WireReader } from './wire-reader.ts';

/** Everything of a ResourceSpans/ScopeSpans pair but its spans: what each chunk of its spans repeats. */
export interface SpanGroup {
  /** Fields of ResourceSpans, encoded, large attributes without a value. */
  readonly resource: Uint8Array;
  /** Fields of ScopeSpans, encoded. */
  readonly scope: Uint8Array;
  /** The large attributes of the resource. */
  readonly claims: readonly AttributeClaim[];
  readonly experimentId: string | undefined;
  /** Bytes that each chunk repeats, references to claims included. */
  readonly repeatedBytes: number;
  /** Why no span of the group can be taken. */
  readonly problem: string | undefined;
}

export interface SharedLimits {
  /** Nesting of an attribute value. */
  readonly maxDepth: number;
  /** Attributes of a resource above this size are claimed, for each chunk would repeat them. */
  readonly claimSharedAboveBytes: number;
  /** Spans whose resource and scope are larger even without claimed attributes are rejected. */
  readonly maxSharedBytes: number;
}

const MESSAGE = 10;
/** `scope_spans` in ResourceSpans, `spans` in ScopeSpans. */
const INNER = 18;
const RESOURCE_ATTRIBUTES = 10;
const SCOPE_ATTRIBUTES = 26;
const EXPERIMENT_ATTRIBUTE = 'mlflow.experimentId';
/** Of a reference in the header of a record, besides the key; a character of the key may take six in JSON. */
const REFERENCE_BYTES = 200;
const JSON_BYTES_OF_CHARACTER = 6;

/** The fields of a Resource or Scope beside its inner list. */
interface SharedFields {
  readonly bytes: Uint8Array;
  readonly claims: readonly AttributeClaim[];
  readonly depth: number;
}

/** What all groups of one ResourceSpans have in common. */
export interface ResourceFields extends SharedFields {
  readonly experimentId: string | undefined;
}

/** Reads the fields of a ResourceSpans up to `end`, its spans passed over. */
export function readResource(reader: WireReader, end: number, limits: SharedLimits): ResourceFields {
  const fields = readShared(reader, end, RESOURCE_ATTRIBUTES, limits);
  const isReadable = fields.depth <= limits.maxDepth;
  return { ...fields, experimentId: isReadable ? experimentOf(fields.bytes) : undefined };
}

/** Reads the fields of a ScopeSpans up to `end`. Of a scope only name and version are read later, so its large attributes need no claim. */
export function readGroup(
  reader: WireReader,
  end: number,
  { bytes: resource, claims, depth, experimentId }: ResourceFields,
  limits: SharedLimits,
): SpanGroup {
  const scope = readShared(reader, end, SCOPE_ATTRIBUTES, limits);
  let repeatedBytes = resource.byteLength + scope.bytes.byteLength;
  for (const { attribute } of claims)
    repeatedBytes += REFERENCE_BYTES + attribute.length * JSON_BYTES_OF_CHARACTER;
  const problem = problemOf(repeatedBytes, Math.max(depth, scope.depth), limits);
  return { resource, scope: scope.bytes, claims, experimentId, repeatedBytes, problem };
}

function problemOf(repeatedBytes: number, depth: number, limits: SharedLimits): string | undefined {
  if (depth > limits.maxDepth)
    return `an attribute of its resource or scope is nested more than ${limits.maxDepth} deep`;
  if (repeatedBytes > limits.maxSharedBytes)
    return `its resource and scope have ${repeatedBytes} bytes besides attributes above ${limits.claimSharedAboveBytes}; at most ${limits.maxSharedBytes} are taken`;
  return undefined;
}

function readShared(
  reader: WireReader,
  end: number,
  attributeTag: number,
  { claimSharedAboveBytes }: SharedLimits,
): SharedFields {
  const parts: Uint8Array[] = [];
  const claims: AttributeClaim[] = [];
  let depth = 0;
  while (reader.position < end) {
    const at = reader.position;
    const tag = reader.uint32(end);
    if (tag !== MESSAGE) {
      reader.skip(tag, end);
      if (tag !== INNER) parts.push(reader.bytes.subarray(at, reader.position));
      continue;
    }
    const stop = reader.lengthEnd(end);
    const contentAt = reader.position;
    depth = Math.max(depth, depthOf(reader, stop, attributeTag));
    if (stop - contentAt <= claimSharedAboveBytes) {
      parts.push(reader.bytes.subarray(at, stop));
      continue;
    }
    const cut = cutLargeAttributes(
      reader.bytes.subarray(contentAt, stop),
      attributeTag,
      claimSharedAboveBytes,
    );
    parts.push(lengthDelimited(MESSAGE, cut.byteLength), ...cut.parts);
    claims.push(...cut.claims);
  }
  const [only] = parts;
  return { bytes: parts.length === 1 && only ? only : Buffer.concat(parts), claims, depth };
}

/** Checks the attributes of a Resource or Scope; returns the deepest nesting in them. */
function depthOf(reader: WireReader, end: number, attributeTag: number): number {
  const found: AttributeInspection = { attributeCount: 0, depth: 0 };
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag === attributeTag) inspectAttribute(reader, end, found);
    else reader.skip(tag, end);
  }
  return found.depth;
}

/** The experiment that a resource names for itself, if it does. */
function experimentOf(resource: Uint8Array): string | undefined {
  if (!Buffer.from(resource.buffer, resource.byteOffset, resource.byteLength).includes(EXPERIMENT_ATTRIBUTE))
    return undefined;
  const reader = new WireReader(resource);
  const attributes = new Map<string, unknown>();
  const end = reader.bytes.length;
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag !== 10) {
      reader.skip(tag, end);
      continue;
    }
    const stop = reader.lengthEnd(end);
    while (reader.position < stop) {
      const inner = reader.uint32(stop);
      if (inner === 10) readKeyValue(reader, reader.lengthEnd(stop), attributes as Map<string, never>, 0);
      else reader.skip(inner, stop);
    }
  }
  const value = attributes.get(EXPERIMENT_ATTRIBUTE);
  return typeof value === 'string' || typeof value === 'bigint' ? String(value) : undefined;
}
