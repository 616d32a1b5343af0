import type { ValueTransformer } from 'typeorm';

/** Milliseconds since the epoch fit a JS number until the year 287396; PostgreSQL hands out a bigint as text. */
export const MILLISECONDS: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (typeof value === 'string' ? Number(value) : value),
};
