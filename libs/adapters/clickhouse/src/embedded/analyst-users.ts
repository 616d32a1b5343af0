import { createHash } from 'node:crypto';
import { FILTERED_TABLES, ROW_FILTER, type AnalystAccess } from '../analysts/analyst-access.ts';
import { ANALYST_SETTINGS, CHANGEABLE } from '../analysts/analyst-settings.ts';

const ON_LOOPBACK = '<networks><ip>127.0.0.1</ip></networks><quota>default</quota>';
/** Of networks that are reserved for documents: the user stands behind the views and never signs in. */
const NOWHERE = '<networks><ip>192.0.2.1</ip></networks><quota>default</quota>';

/** The limits of analysts as a profile of users.xml. */
export function analystProfile(): string {
  const settings = Object.entries(ANALYST_SETTINGS).map(([name, value]) => `<${name}>${value}</${name}>`);
  const constraints = Object.keys(ANALYST_SETTINGS).map((name) => {
    const bounds = CHANGEABLE[name];
    return bounds
      ? `<${name}><min>${bounds.min}</min><max>${bounds.max}</max><changeable_in_readonly/></${name}>`
      : `<${name}><const/></${name}>`;
  });
  return `<analyst>${settings.join('')}<constraints>${constraints.join('')}</constraints></analyst><viewer/>`;
}

/** The engine has no CREATE USER and no ROW POLICY: users, grants and row filters stand in users.xml. */
export function analystUsers(access: AnalystAccess, database: string): string {
  const filters = FILTERED_TABLES.map((table) => `<${table}><filter>${ROW_FILTER}</filter></${table}>`);
  const grants = FILTERED_TABLES.map((table) => `<query>GRANT SELECT ON ${database}.${table}</query>`);
  return ` <${access.viewer}>${password(access.viewerPassword)}${NOWHERE}<profile>viewer</profile>
  <grants>${grants.join('')}</grants>
  <databases><${database}>${filters.join('')}</${database}></databases>
 </${access.viewer}>
 <${access.analyst}>${password(access.analystPassword)}${ON_LOOPBACK}<profile>analyst</profile>
  <default_database>${access.database}</default_database>
  <grants><query>GRANT SELECT ON ${access.database}.*</query></grants>
 </${access.analyst}>`;
}

function password(text: string): string {
  return `<password_sha256_hex>${createHash('sha256').update(text).digest('hex')}</password_sha256_hex>`;
}
