import { ApiProperty } from '@nestjs/swagger';
import type { StoredSpan } from '@millrace/ports';
import { AttributeDto, toAttributes } from './attribute.dto.ts';

const NANOS = {
  type: String,
  example: '1795235081870837037',
  description: 'Nanoseconds since the epoch, decimal',
};

export class SpanEventDto {
  @ApiProperty(NANOS)
  readonly time_unix_nano: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: () => [AttributeDto] })
  readonly attributes: readonly AttributeDto[];

  constructor(event: StoredSpan['span']['events'][number]) {
    this.time_unix_nano = String(event.timeUnixNano);
    this.name = event.name;
    this.attributes = toAttributes(event.attributes);
  }
}

export class SpanLinkDto {
  @ApiProperty({ type: String })
  readonly trace_id: string;

  @ApiProperty({ type: String })
  readonly span_id: string;

  @ApiProperty({ type: () => [AttributeDto] })
  readonly attributes: readonly AttributeDto[];

  constructor(link: StoredSpan['span']['links'][number]) {
    this.trace_id = link.traceId;
    this.span_id = link.spanId;
    this.attributes = toAttributes(link.attributes);
  }
}
