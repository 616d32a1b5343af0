import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { s3SettingsAreRight, S3_SETTINGS, toS3Config } from './s3.settings.ts';

const schema = z.object({ MILLRACE_BLOB_URL: z.url(), ...S3_SETTINGS }).check(s3SettingsAreRight);

function faultsOf(settings: Readonly<Record<string, string>>): string[] {
  const result = schema.safeParse(settings);
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
}

describe('settings of S3', () => {
  it('reads bucket, prefix and parameters of the URL', () => {
    const url =
      's3://traces/team/blobs/?region=eu-central-1&endpoint=http://127.0.0.1:9000&path-style=true&checksums=false&max-sockets=4';
    const keys = { AWS_ACCESS_KEY_ID: 'me', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'us-west-2' };
    expect(toS3Config(url, keys)).toMatchObject({
      bucket: 'traces',
      prefix: 'team/blobs/',
      region: 'eu-central-1',
      endpoint: 'http://127.0.0.1:9000',
      pathStyle: true,
      checksums: false,
      maxSockets: 4,
      credentials: { accessKeyId: 'me', secretAccessKey: 'secret' },
    });
  });

  it('fills in the rest; without credentials the SDK finds some', () => {
    const config = toS3Config('s3://traces', { AWS_REGION: 'us-west-2' });
    expect(config).toMatchObject({ bucket: 'traces', prefix: '', region: 'us-west-2', checksums: true });
    expect(config.credentials).toBeUndefined();
    expect(config.endpoint).toBeUndefined();
  });

  it('leaves a folder alone', () => {
    expect(faultsOf({ MILLRACE_BLOB_URL: 'file:///blobs', AWS_ACCESS_KEY_ID: 'of something else' })).toEqual(
      [],
    );
  });

  it.each([
    ['s3:///folder', /name of the bucket/],
    ['s3://ab', /name of the bucket/],
    ['s3://traces/a//b', /expected a prefix/],
    ['s3://traces/a%20b', /expected a prefix/],
    ['s3://traces?endpoint=127.0.0.1:9000', /expected endpoint=http:/],
    ['s3://traces?path-style=yes', /path-style: expected true or false/],
    ['s3://traces?regoin=x', /regoin is unknown: s3:\/\/ takes region, endpoint, path-style/],
    ['s3://traces?max-sockets=0', /maxSockets/],
    ['s3://me:secret@traces', /AWS_ACCESS_KEY_ID/],
  ])('tells what is wrong with %s', (MILLRACE_BLOB_URL, fault) => {
    expect(faultsOf({ MILLRACE_BLOB_URL })).toEqual([expect.stringMatching(fault)]);
    expect(() => toS3Config(MILLRACE_BLOB_URL, {})).toThrow(fault);
  });

  it('tells all faults at once, and what belongs together', () => {
    expect(
      faultsOf({ MILLRACE_BLOB_URL: 's3://traces?a=b', AWS_ACCESS_KEY_ID: 'me', AWS_REGION: '' }),
    ).toEqual([
      expect.stringMatching(/^AWS_REGION /),
      expect.stringMatching(/^MILLRACE_BLOB_URL a is unknown/),
      'AWS_SECRET_ACCESS_KEY AWS_ACCESS_KEY_ID needs it',
    ]);
    expect(faultsOf({ MILLRACE_BLOB_URL: 's3://traces', AWS_SECRET_ACCESS_KEY: 'x' })).toEqual([
      'AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY needs it',
    ]);
  });
});
