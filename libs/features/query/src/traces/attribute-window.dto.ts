import { type TextWindow } from '@millrace/trace-access';
import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { consistency } from '../freshness/freshness.dto.ts';

export const attributeQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0).describe('First byte of the text, in UTF-8'),
  limit: z.coerce.number().int().min(4).max(8_388_608).default(1_048_576).describe('Bytes at most'),
  consistency,
});

/** A part of the text of an attribute. */
export class AttributeWindowDto {
  @ApiProperty({ type: String })
  readonly key: string;

  @ApiProperty({ type: String })
  readonly text: string;

  @ApiProperty({ type: Number, description: 'Bytes of the whole text' })
  readonly total_bytes: number;

  @ApiProperty({ type: Number, description: 'Where this part begins: at or before the byte asked for' })
  readonly offset: number;

  @ApiProperty({ type: Number, required: false, description: 'Absent at the end' })
  readonly next_offset: number | undefined;

  constructor(key: string, window: TextWindow) {
    this.key = key;
    this.text = window.text;
    this.total_bytes = window.totalBytes;
    this.offset = window.offset;
    this.next_offset = window.nextOffset;
  }
}
