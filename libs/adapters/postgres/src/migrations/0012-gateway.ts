import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE gateway_secrets (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     name varchar(255) NOT NULL CHECK (name <> ''),
     provider text,
     sealed_values text NOT NULL,
     masked_values jsonb NOT NULL,
     auth_config jsonb NOT NULL,
     created_by text,
     last_updated_by text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     CONSTRAINT gateway_secrets_name_key UNIQUE (workspace_id, name)
   )`,
  `CREATE TABLE gateway_models (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     name varchar(255) NOT NULL CHECK (name <> ''),
     secret_id text NOT NULL REFERENCES gateway_secrets (id),
     provider text NOT NULL,
     model_name text NOT NULL,
     created_by text,
     last_updated_by text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     CONSTRAINT gateway_models_name_key UNIQUE (workspace_id, name)
   )`,
  'CREATE INDEX gateway_models_secret_index ON gateway_models (secret_id)',
  `CREATE TABLE gateway_endpoints (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     name varchar(255) NOT NULL CHECK (name <> ''),
     is_split boolean NOT NULL,
     fallback jsonb,
     created_by text,
     last_updated_by text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     CONSTRAINT gateway_endpoints_name_key UNIQUE (workspace_id, name)
   )`,
  `CREATE TABLE gateway_endpoint_models (
     id text PRIMARY KEY,
     endpoint_id text NOT NULL REFERENCES gateway_endpoints (id) ON DELETE CASCADE,
     model_id text NOT NULL REFERENCES gateway_models (id),
     is_fallback boolean NOT NULL,
     fallback_order integer,
     weight real NOT NULL CHECK (weight >= 0),
     created_by text,
     creation_time bigint NOT NULL,
     CONSTRAINT gateway_endpoint_models_key UNIQUE (endpoint_id, model_id, is_fallback)
   )`,
  'CREATE INDEX gateway_endpoint_models_model_index ON gateway_endpoint_models (model_id)',
  `CREATE TABLE gateway_endpoint_tags (
     endpoint_id text NOT NULL REFERENCES gateway_endpoints (id) ON DELETE CASCADE,
     key varchar(250) NOT NULL,
     value varchar(5000) NOT NULL,
     PRIMARY KEY (endpoint_id, key)
   )`,
  `CREATE TABLE gateway_endpoint_bindings (
     endpoint_id text NOT NULL REFERENCES gateway_endpoints (id) ON DELETE CASCADE,
     resource_type text NOT NULL,
     resource_id text NOT NULL,
     display_name text,
     created_by text,
     creation_time bigint NOT NULL,
     PRIMARY KEY (endpoint_id, resource_type, resource_id)
   )`,
  'CREATE INDEX gateway_endpoint_bindings_resource_index ON gateway_endpoint_bindings (resource_type, resource_id)',
];

const DOWN = [
  'gateway_endpoint_bindings',
  'gateway_endpoint_tags',
  'gateway_endpoint_models',
  'gateway_endpoints',
  'gateway_models',
  'gateway_secrets',
].map((table) => `DROP TABLE ${table}`);

/** Models of providers: keys, which model, and the names they are reached under. */
export class Gateway implements MigrationInterface {
  readonly name = 'Gateway0000000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
