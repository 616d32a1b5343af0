import { z } from 'zod';
import { s3ConfigSchema, type S3Config } from './s3.config.ts';

/** What an operator sets about S3 beside MILLRACE_BLOB_URL, by the names that every AWS tool knows. */
export const S3_SETTINGS = {
  AWS_REGION: z.string().min(1).optional().describe('Region of the bucket, unless the URL has ?region='),
  AWS_ACCESS_KEY_ID: z
    .string()
    .min(1)
    .optional()
    .describe('Who reads and writes the bucket. Absent: the role of the pod, container or machine'),
  AWS_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('Secret of AWS_ACCESS_KEY_ID'),
  AWS_SESSION_TOKEN: z.string().min(1).optional().describe('Of temporary credentials'),
} as const;

type S3Settings = z.output<z.ZodObject<typeof S3_SETTINGS>>;
type BlobSettings = S3Settings & { readonly MILLRACE_BLOB_URL?: string | undefined };

const BOOLEAN = z.enum(['true', 'false'], 'expected true or false').transform((text) => text === 'true');
const NUMBER = z.string().regex(/^\d+$/, 'expected a whole number').transform(Number);

/** What may follow the `?` of an s3:// URL. */
const SHAPE = {
  region: z.string().optional(),
  endpoint: z.string().optional(),
  'path-style': BOOLEAN.optional(),
  checksums: BOOLEAN.optional(),
  'max-attempts': NUMBER.optional(),
  'max-sockets': NUMBER.optional(),
  'silence-ms': NUMBER.optional(),
  'timeout-ms': NUMBER.optional(),
} as const;

const PARAMETERS = z.strictObject(SHAPE, {
  error: (issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')} is unknown: s3:// takes ${Object.keys(SHAPE).join(', ')}`
      : undefined,
});

/** Whether blobs are on S3: `s3://bucket/prefix?region=…&endpoint=…&path-style=true`. */
export function isS3Url(url: string): boolean {
  return url.startsWith('s3:');
}

/** For `.check()` of a schema that holds S3_SETTINGS and MILLRACE_BLOB_URL: tells every fault of them with all other faults. */
export const s3SettingsAreRight = z.check<Readonly<Record<string, unknown>>>((context) => {
  const settings = Object(context.value) as BlobSettings;
  const { MILLRACE_BLOB_URL: url } = settings;
  if (url === undefined || !isS3Url(url) || !URL.canParse(url)) return;
  const result = parse(url, settings);
  for (const message of 'faults' in result ? result.faults : []) {
    context.issues.push({ code: 'custom', path: ['MILLRACE_BLOB_URL'], message, input: url });
  }
  for (const [given, needed] of PAIRS) {
    if (settings[given] === undefined || settings[needed] !== undefined) continue;
    context.issues.push({ code: 'custom', path: [needed], message: `${given} needs it`, input: undefined });
  }
});
// Otherwise zod leaves it out as soon as a setting is wrong, and the operator hears of one fault after the other.
s3SettingsAreRight._zod.def.when = () => true;

const PAIRS = [
  ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'],
  ['AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID'],
] as const;

/** The adapter's config. Throws what `s3SettingsAreRight` would have told. */
export function toS3Config(url: string, settings: S3Settings): S3Config {
  const result = parse(url, settings);
  if ('faults' in result)
    throw new Error(`MILLRACE_BLOB_URL can't be used for blobs: ${result.faults.join('; ')}`);
  return result.config;
}

function parse(
  text: string,
  settings: S3Settings,
): { readonly config: S3Config } | { readonly faults: string[] } {
  const url = new URL(text);
  if (url.username !== '')
    return { faults: ['set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, not a user in the URL'] };
  const parameters = PARAMETERS.safeParse(Object.fromEntries(url.searchParams));
  if (!parameters.success) return { faults: faultsOf(parameters.error) };
  const { region, endpoint, checksums, ...given } = parameters.data;
  const folder = url.pathname.replace(/^\//, '').replace(/\/$/, '');
  const config = s3ConfigSchema.safeParse({
    bucket: url.hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    region: region ?? settings.AWS_REGION,
    endpoint,
    pathStyle: given['path-style'],
    checksums,
    credentials: credentialsOf(settings),
    silenceMs: given['silence-ms'],
    callTimeoutMs: given['timeout-ms'],
    maxAttempts: given['max-attempts'],
    maxSockets: given['max-sockets'],
  });
  return config.success ? { config: config.data } : { faults: faultsOf(config.error) };
}

function faultsOf({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => [...path.map(String), message].join(': '));
}

function credentialsOf(settings: S3Settings) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken: settings.AWS_SESSION_TOKEN };
}
