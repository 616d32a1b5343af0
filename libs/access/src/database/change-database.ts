import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { askDatabase } from './ask-database.ts';

const UNIQUE_VIOLATION = '23505';

/**
 * Runs `work` in one transaction: all or nothing. What breaks a uniqueness is Rejected('already-exists') with the sentence
 * `whenTaken`. Throws what askDatabase throws.
 */
export async function changeDatabase<Result>(
  dataSource: DataSource,
  whenTaken: string,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  try {
    return await askDatabase(dataSource, (manager) => manager.transaction(work));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Rejected(whenTaken, 'already-exists', { cause: error });
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof QueryFailedError && Reflect.get(error.driverError, 'code') === UNIQUE_VIOLATION;
}
