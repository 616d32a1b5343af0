import { z } from 'zod';

export const strings = z.record(z.string(), z.string());
/** Passed on to Kubernetes, which knows what it may be. */
const kubernetes = z.record(z.string(), z.unknown());
const many = (what: string) => z.array(kubernetes).describe(what);
const quantity = z.union([z.string().regex(/^\d+(\.\d+)?(m|k|Ki|M|Mi|G|Gi|T|Ti)?$/), z.number().min(0)]);

export const resources = z
  .strictObject({
    requests: z.record(z.string(), quantity).describe('What it is sure to have'),
    limits: z.record(z.string(), quantity).describe('What it may have at most'),
  })
  .partial();

export const storage = z
  .strictObject({
    size: z
      .string()
      .regex(/^\d+(\.\d+)?(Ki|Mi|Gi|Ti)$/)
      .describe('Size of its volume'),
    className: z.string().describe('StorageClass of its volume; empty: the default one'),
  })
  .partial();

/** What every service can be told. */
export const pods = z
  .strictObject({
    replicas: z.int().min(0).describe('Pods of each service, unless they are scaled'),
    resources,
    autoscaling: z
      .strictObject({
        enabled: z.boolean().describe('Whether pods are scaled'),
        by: z
          .enum(['cpu', 'kafka-lag', 'jobs'])
          .describe('`cpu`: an HPA; by KEDA the writer by `kafka-lag` and the evaluator by `jobs`'),
        minReplicas: z.int().min(1).describe('Pods at least'),
        maxReplicas: z.int().min(1).describe('Pods at most'),
        target: z
          .int()
          .min(1)
          .describe('For each pod: per cent of the CPU it requests, records behind, or jobs waiting'),
      })
      .partial(),
    podDisruptionBudget: z
      .strictObject({
        enabled: z.boolean().describe('Whether drains of nodes go easy on it'),
        maxUnavailable: z
          .union([z.int().min(0), z.string().regex(/^\d+%$/)])
          .describe('Pods that a drain may take at a time'),
      })
      .partial(),
    spreadOver: z.array(z.string()).describe('Labels of nodes that pods are spread over'),
    terminationGracePeriodSeconds: z.int().min(1).describe('How long a pod may take to end'),
    serviceAccount: z
      .strictObject({
        create: z.boolean().describe('Whether each service has a ServiceAccount of its own'),
        name: z.string().describe('Its name; empty: made'),
        annotations: strings.describe('Its annotations: a role of the cloud'),
      })
      .partial(),
    env: many('More variables'),
    envFrom: many('More sources of variables'),
    volumes: many('More volumes'),
    volumeMounts: many('More mounts'),
    labels: strings.describe('Labels of pods'),
    annotations: strings.describe('Annotations of pods'),
    nodeSelector: strings.describe('Labels of nodes'),
    tolerations: many('Tolerations'),
    affinity: kubernetes.describe('Affinity'),
    priorityClassName: z.string().describe('Priority class'),
  })
  .partial();

/** The same of one service. */
export const podOverrides = pods.clone();
