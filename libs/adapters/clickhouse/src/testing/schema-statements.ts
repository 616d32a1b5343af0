import { analystAccess } from '../analysts/analyst-access.ts';
import { analystViews } from '../analysts/analyst-views.ts';
import { createUsers, createViews, filterRows, grantViews } from '../analysts/prepare-analysts.ts';
import { APPLIED_TABLE, readMigrations } from '../migrations.ts';

const DATABASE = 'millrace';

/** All that changes the schema or who may read it, in the order of a first migration. */
export function schemaStatements(): readonly string[] {
  const access = analystAccess(DATABASE, 'password');
  return [
    `CREATE DATABASE IF NOT EXISTS ${DATABASE}`,
    APPLIED_TABLE,
    ...readMigrations().flatMap(({ statements }) => statements),
    ...createUsers(access),
    `CREATE DATABASE IF NOT EXISTS ${access.database}`,
    ...filterRows(access, DATABASE),
    ...createViews(access, analystViews(DATABASE)),
    grantViews(access),
  ];
}
