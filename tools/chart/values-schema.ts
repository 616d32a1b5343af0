import { z } from 'zod';
import { podOverrides, pods, resources, storage, strings } from './pod-values.ts';

/** Passed on to Kubernetes, which knows what it may be. */
const kubernetes = z.record(z.string(), z.unknown());
const secretKey = (of: string) =>
  z
    .strictObject({
      name: z.string().describe(`Name of a Secret that has ${of}`),
      key: z.string().min(1).describe('Its key'),
    })
    .partial();
const bundled = (what: string) =>
  z
    .strictObject({
      image: z.string().min(1).describe(`Image of the bundled ${what}`),
      storage,
      resources,
    })
    .partial();
const urlOf = (what: string, form: string) => ({
  url: z.string().describe(`Address of your ${what}, kept in a Secret: ${form}`),
  existingSecret: secretKey(`the address of your ${what}, instead of \`url\``),
  bundled: bundled(what),
});
const monitor = (what: string) =>
  z
    .strictObject({
      enabled: z.boolean().describe(`Whether there is ${what}`),
      labels: strings.describe('Its labels, by which it is found'),
    })
    .partial();
const ports = (of: string) => z.array(z.int().min(1).max(65_535)).describe(`Ports of ${of}`);
const entry = {
  annotations: strings.describe('Its annotations'),
  tlsSecret: z.string().describe('Name of the Secret with its certificate; empty: no TLS'),
  host: z.string().describe('Host name; empty: every one'),
};
const serviceType = z.enum(['ClusterIP', 'NodePort', 'LoadBalancer']).describe('Type of its Service');

const authentication = z
  .strictObject({
    enabled: z.boolean().describe('Whether whoever calls has to sign in or show a key'),
    publicUrl: z
      .string()
      .describe('Where browsers reach Millrace: https://millrace.example; needed by OpenID Connect'),
    oidc: z
      .strictObject({
        issuer: z.string().describe('Issuer of OpenID Connect, by which people may sign in'),
        clientId: z.string().describe('What the issuer knows Millrace by'),
        existingSecret: secretKey("the client's secret"),
      })
      .partial(),
  })
  .partial();

const kafka = z
  .strictObject({
    brokers: z
      .array(z.string().regex(/^[^:\s]+:\d+$/))
      .describe('Your brokers, `host:port` each; empty: the bundled one'),
    tls: z
      .strictObject({
        enabled: z.boolean().describe('Whether brokers are spoken to by TLS'),
        existingSecret: z
          .string()
          .describe('Secret with `ca.crt`, and with `tls.crt` and `tls.key` for a client certificate'),
        clientCertificate: z.boolean().describe('Whether brokers ask for a certificate'),
        serverName: z.string().describe("Name to expect in the brokers' certificates"),
      })
      .partial(),
    sasl: z
      .strictObject({
        mechanism: z.enum(['', 'plain', 'scram-sha-256', 'scram-sha-512']).describe('How to sign in'),
        existingSecret: z.string().describe('Secret with `username` and `password`'),
      })
      .partial(),
    topics: z
      .strictObject({
        prefix: z
          .string()
          .regex(/^[A-Za-z0-9._-]{1,150}$/)
          .describe('Begins the name of every topic and group'),
        partitions: z.int().min(1).max(1000).describe('As many writers as may ever share the work'),
        replicationFactor: z.int().min(-1).max(7).describe("Copies; -1: the brokers' default"),
        retentionMs: z.int().min(-1).describe('How long records are kept: how long the writer may be down'),
        retentionBytes: z.int().min(-1).describe('Bytes that each partition keeps, -1 for all'),
        minInsyncReplicas: z
          .int()
          .min(-1)
          .describe("Copies that an acknowledgement waits for; -1: the brokers' default"),
        create: z.boolean().describe('Whether Millrace makes its topics itself'),
        epoch: z.int().min(1).describe('Raised by one after a change of partitions'),
      })
      .partial(),
    bundled: bundled('Kafka'),
  })
  .partial();

const entries = {
  gateway: z
    .strictObject({
      enabled: z.boolean().describe('One nginx in front of the services, by the table of routes'),
      image: z.string().min(1).describe('Its image; runs as user 101'),
      replicas: z.int().min(0).describe('Its pods'),
      resources,
      service: z
        .strictObject({
          type: serviceType,
          port: z.int().min(1).max(65_535).describe('Port of its Service'),
          annotations: strings.describe('Annotations of its Service'),
        })
        .partial(),
    })
    .partial(),
  ingress: z
    .strictObject({
      enabled: z.boolean().describe('An Ingress to the services, by the table of routes'),
      className: z.string().describe('Its class; empty: the default one'),
      ...entry,
      grpc: z
        .strictObject({
          enabled: z.boolean().describe('An Ingress for OTLP over gRPC'),
          ...entry,
        })
        .partial(),
    })
    .partial(),
  httpRoute: z
    .strictObject({
      enabled: z.boolean().describe('An HTTPRoute of the Gateway API, by the table of routes'),
      parentRefs: z.array(kubernetes).describe('Gateways it belongs to'),
      hostnames: z.array(z.string()).describe('Host names; empty: every one'),
      annotations: strings.describe('Its annotations'),
      grpc: z
        .strictObject({
          enabled: z.boolean().describe('A GRPCRoute for OTLP over gRPC'),
          hostnames: z.array(z.string()).describe('Its host names'),
        })
        .partial(),
    })
    .partial(),
};

/** Settings that other values say, that the chart needs as they are, or that are secret: those come by `pods.env` out of a Secret. */
const SAID_ELSEWHERE =
  /^(MILLRACE_((HOST|DATA_DIR|WEB_DIR|AUTHENTICATION|ALLOW_UNAUTHENTICATED|METRICS_TOKEN|TRUSTED_PROXIES|ADMIN_PASSWORD|PUBLIC_URL|SECRET_KEY|SECRET_PREVIOUS_KEYS)$|(.*_)?PORT$|OIDC_(ISSUER|CLIENT_ID|CLIENT_SECRET)$|(CLICKHOUSE|POSTGRES|REDIS|BLOB)_(URL|CLUSTER)$|KAFKA_(BROKERS|TLS|SASL|TOPIC_PREFIX|PARTITIONS|REPLICATION_FACTOR|MIN_INSYNC_REPLICAS|CREATE_TOPICS|RETENTION|EPOCH))|AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$)/;

/** Who it is, and what it keeps secret. */
const identity = {
  image: z
    .strictObject({
      repository: z.string().describe('Where the images are: `registry.example/team`'),
      tag: z.string().describe("Their tag; empty: the chart's appVersion"),
      pullPolicy: z.enum(['Always', 'IfNotPresent', 'Never']).describe('When they are pulled'),
      pullSecrets: z.array(z.string()).describe('Names of Secrets to pull them with'),
    })
    .partial(),
  secrets: z
    .strictObject({
      existingSecret: z.string().describe('Secret with `admin-password`, `secret-key` and `metrics-token`'),
      adminPassword: z.string().describe('Password of the user admin; empty: made'),
      secretKey: z.string().describe('Encrypts stored secrets, 32 bytes in base64; empty: made'),
      metricsToken: z.string().describe('What Prometheus shows to read /metrics; empty: made'),
    })
    .partial(),
  certificateAuthority: z
    .strictObject({
      configMap: z.string().describe('ConfigMap with the certificate of an authority of your own'),
      key: z.string().min(1).describe('Its key'),
    })
    .partial(),
};

/** Where the stores are. */
const stores = {
  kafka,
  clickhouse: z
    .strictObject({
      ...urlOf('ClickHouse', '`http://user:password@host:8123/database`'),
      cluster: z.string().describe('Name of a replicated cluster; empty: a single node'),
    })
    .partial(),
  postgres: z.strictObject(urlOf('PostgreSQL', '`postgres://user:password@host/database`')).partial(),
  redis: z.strictObject(urlOf('Redis', '`redis://user:password@host:6379`')).partial(),
  blobs: z
    .strictObject({
      url: z.string().describe('Your object store: `s3://bucket/prefix?region=eu-west-1` (docs/blobs.md)'),
      existingSecret: z
        .string()
        .describe('Secret with `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`; empty: the role of the pods'),
      bundled: bundled('S3Proxy'),
    })
    .partial(),
};

/** What runs. */
const workloads = {
  pods,
  ingest: podOverrides
    .extend({
      service: z
        .strictObject({ type: serviceType, annotations: strings.describe('Annotations of its Service') })
        .partial(),
    })
    .partial(),
  writer: podOverrides,
  queryApi: podOverrides,
  registry: podOverrides,
  evaluator: podOverrides,
  standalone: podOverrides.extend({ storage }).partial(),
  migrate: z
    .strictObject({
      resources,
      deadlineSeconds: z.int().min(1).describe('How long a migration may take'),
    })
    .partial(),
};

/** What is around it. */
const surroundings = {
  networkPolicy: z
    .strictObject({
      enabled: z.boolean().describe('Network policies: what is not needed is refused'),
      from: z.array(kubernetes).describe('Who may come in, as peers of a NetworkPolicy; empty: everybody'),
      outsidePorts: z
        .strictObject({
          kafka: ports('your Kafka'),
          clickhouse: ports('your ClickHouse'),
          postgres: ports('your PostgreSQL'),
          redis: ports('your Redis'),
          blobs: ports('your object store'),
          others: ports('model providers, webhooks, forwarding targets, issuers, collectors'),
        })
        .partial(),
    })
    .partial(),
  monitoring: z
    .strictObject({
      serviceMonitor: monitor('a ServiceMonitor of the Prometheus operator')
        .extend({ interval: z.string().describe('How often metrics are read') })
        .partial(),
      prometheusRule: monitor('a PrometheusRule with the alerts of docs/operations.md')
        .extend({
          runbooks: z.string().describe('Address of your copy of docs/operations.md, which alerts link to'),
        })
        .partial(),
      dashboard: monitor('a ConfigMap with the Grafana dashboard'),
    })
    .partial(),
  tests: z
    .strictObject({
      url: z.string().describe('Where `helm test` sends its trace; empty: the entry of the chart'),
    })
    .partial(),
};

/**
 * Everything that `helm install` can be told; no other key is taken. Becomes values.schema.json and the table of the chart's README.
 * `settings` are the names of all settings that there are.
 */
export const valuesSchema = (settings: readonly string[]) =>
  z
    .strictObject({
      mode: z
        .enum(['distributed', 'standalone'])
        .describe('`distributed`: a Deployment for each service; `standalone`: one StatefulSet on a volume'),
      global: kubernetes.describe('Taken from a parent chart, not used'),
      nameOverride: z.string().max(40).describe("Replaces the chart's name in names"),
      fullnameOverride: z.string().max(40).describe('Begins every name'),
      labels: strings.describe('Labels of every object'),
      settings: z
        .partialRecord(
          z.enum(settings.filter((name) => !SAID_ELSEWHERE.test(name))),
          z.union([z.string(), z.number(), z.boolean()]),
        )
        .describe('Settings of docs/settings.md that no other value sets, by their names'),
      authentication,
      trustedProxies: z
        .array(z.string())
        .describe('Networks of proxies whose X-Forwarded headers are believed'),
      ...identity,
      ...stores,
      ...workloads,
      ...entries,
      ...surroundings,
      extraObjects: z.array(kubernetes).describe('More objects; templates in them are filled in'),
    })
    .partial();
