import type { PipeTransform } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import type { z } from 'zod';

/** Parses a query or body of ours. Throws Rejected naming every fault. */
export class ZodPipe<Schema extends z.ZodType> implements PipeTransform<unknown, z.output<Schema>> {
  constructor(private readonly schema: Schema) {}

  transform(input: unknown): z.output<Schema> {
    const result = this.schema.safeParse(input ?? {});
    if (result.success) return result.data;
    const faults = result.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.') || 'input'}: ${message}`,
    );
    throw new Rejected(faults.join('; '));
  }
}
