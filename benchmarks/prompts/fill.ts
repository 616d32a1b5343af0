import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const PROMPTS = 10_000;
export const VERSIONS_EACH = 10;

/** Prompts with versions, tags and an alias, made inside PostgreSQL in the form that the registry stores them. */
const FILL = [
  `INSERT INTO registered_models (workspace_id, kind, name, description, last_version, creation_time, last_update_time)
   SELECT 'default', 'prompt', 'team' || i % 100 || '.prompt-' || i, 'made', ${VERSIONS_EACH}, 1795000000000 + i, 1795000000000 + i
   FROM generate_series(1, ${PROMPTS}) i`,
  `INSERT INTO registered_model_tags SELECT id, 'team', 'team' || id % 100 FROM registered_models`,
  `INSERT INTO registered_model_tags SELECT id, '_mlflow_experiment_ids', ',' || id % 50 || ',' FROM registered_models`,
  `INSERT INTO model_versions (model_id, version, description, source, run_id, run_link, logged_model_id, stage,
     template_kind, template, creation_time, last_update_time)
   SELECT model.id, v, 'version ' || v, 'prompt-template', '', '', '', 'None', 'text',
     repeat('You answer questions of {{customer}} about {{product}}. ', 20) || v, 1795000000000 + model.id * 10 + v,
     1795000000000 + model.id * 10 + v
   FROM registered_models model, generate_series(1, ${VERSIONS_EACH}) v`,
  `INSERT INTO model_version_tags SELECT id, 'author', 'author' || id % 1000 FROM model_versions`,
  `INSERT INTO registered_model_aliases SELECT id, 'production', 5 FROM registered_models`,
  'ANALYZE',
];

export async function fillPrompts(url: string): Promise<void> {
  for (const statement of FILL) await run('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-c', statement, url]);
}
