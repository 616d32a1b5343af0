/** What is made from the code, and where it is kept. */
export const GENERATED = {
  openapi: 'docs/openapi/millrace.openapi.json',
  'api-client': 'sdk/api-client/src/generated/api.ts',
  'api-reference': 'docs/api.md',
  settings: 'docs/settings.md',
};

/** Why a kept file is not what the code makes; undefined when it is. */
export function staleness(name, kept, made) {
  if (kept === made) return undefined;
  const file = GENERATED[name];
  const advice = `run "npm run ${name}" and commit the result`;
  if (kept === undefined) return `${file} is missing: ${advice}`;
  const keptLines = kept.split('\n');
  const at = made.split('\n').findIndex((line, index) => line !== keptLines[index]);
  const line = at < 0 ? made.split('\n').length : at;
  return `${file} is stale from line ${line + 1} on: ${advice}`;
}
