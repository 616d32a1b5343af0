import { S3Client } from '@aws-sdk/client-s3';
import type { S3Config } from './s3.config.ts';

const CONNECT_MS = 2_000;

/** The SDK's client; it opens connections when they are needed. */
export function createS3Client(config: S3Config): S3Client {
  const { endpoint, credentials, maxSockets, silenceMs } = config;
  const agent = { keepAlive: true, maxSockets };
  const checksum = config.checksums ? 'WHEN_SUPPORTED' : 'WHEN_REQUIRED';
  return new S3Client({
    region: config.region,
    forcePathStyle: config.pathStyle,
    maxAttempts: config.maxAttempts,
    retryMode: 'standard',
    requestChecksumCalculation: checksum,
    responseChecksumValidation: checksum,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      // The silence of a connection, not the length of a request: a large blob may take its time while it flows.
      socketTimeout: silenceMs,
      httpAgent: agent,
      httpsAgent: agent,
    },
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials: staticCredentials(credentials) }),
  });
}

function staticCredentials({
  accessKeyId,
  secretAccessKey,
  sessionToken,
}: NonNullable<S3Config['credentials']>) {
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}
