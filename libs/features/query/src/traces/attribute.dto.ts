import { ApiProperty } from '@nestjs/swagger';
import type { AttributeMap, AttributeValue, BlobReference } from '@millrace/domain';

const ATTRIBUTE_TYPES = ['string', 'bool', 'int', 'double', 'bytes', 'array', 'map', 'null', 'blob'] as const;

/** One attribute. `int` values, at any depth, are decimal strings; `bytes` are base64; a `blob` is read by its own address. */
export class AttributeDto {
  @ApiProperty({ type: String })
  readonly key: string;

  @ApiProperty({ enum: ATTRIBUTE_TYPES })
  readonly type: (typeof ATTRIBUTE_TYPES)[number];

  @ApiProperty({
    required: false,
    description: 'Absent for a blob',
    allOf: [{ $ref: '#/components/schemas/JsonValue' }],
  })
  readonly value?: unknown;

  @ApiProperty({ type: Number, required: false, description: 'Size of a blob' })
  readonly bytes?: number;

  constructor(key: string, value: AttributeValue, blobBytes?: number) {
    this.key = key;
    this.type = blobBytes === undefined ? typeName(value) : 'blob';
    if (blobBytes === undefined) this.value = toJsonValue(value);
    else this.bytes = blobBytes;
  }
}

/** Of a span or its resource; those in `blobs` may or may not stand among the attributes as well. */
export function toAttributes(
  attributes: AttributeMap,
  blobs: ReadonlyMap<string, BlobReference> = new Map(),
): AttributeDto[] {
  const whole: AttributeMap = new Map([...attributes, ...missingFrom(attributes, blobs)]);
  return [...whole].map(([key, value]) => new AttributeDto(key, value, blobs.get(key)?.bytes));
}

function missingFrom(
  attributes: AttributeMap,
  blobs: ReadonlyMap<string, BlobReference>,
): [string, AttributeValue][] {
  return [...blobs.keys()].filter((key) => !attributes.has(key)).map((key) => [key, null]);
}

function typeName(value: AttributeValue): AttributeDto['type'] {
  if (value === null) return 'null';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof Map) return 'map';
  if (Array.isArray(value)) return 'array';
  const names = { string: 'string', boolean: 'bool', bigint: 'int', number: 'double' } as const;
  return names[typeof value as keyof typeof names];
}

function toJsonValue(value: AttributeValue): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Map) {
    const entries: ReadonlyMap<string, AttributeValue> = value;
    return Object.fromEntries([...entries].map(([key, item]) => [key, toJsonValue(item)]));
  }
  if (Array.isArray(value)) return value.map((item: AttributeValue) => toJsonValue(item));
  return value;
}
