import type { ValueTransformer } from 'typeorm';

/** Sizes and times fit a JS number; PostgreSQL hands out a bigint as text. */
export const WHOLE_NUMBER: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (typeof value === 'string' ? Number(value) : value),
};
