import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { CommandError } from '../command-error.ts';
import { MANIFEST } from './layout.ts';

const FORMAT = 1;

const fileSchema = z.object({ path: z.string(), bytes: z.number(), sha256: z.string() });

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Everything acknowledged before this time is in the backup. */
  begunAt: z.string(),
  endedAt: z.string(),
  /** Applied to the databases, as they were copied. */
  migrations: z.object({ clickhouse: z.array(z.number()), postgres: z.array(z.string()) }),
  files: z.array(fileSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
type ManifestFile = z.infer<typeof fileSchema>;

/** Writes what is in the folder into its manifest, and all of it to the disk. */
export async function writeManifest(
  folder: string,
  about: Omit<Manifest, 'format' | 'files'>,
): Promise<Manifest> {
  const manifest = { format: FORMAT, ...about, files: await describeFiles(folder) } as const;
  const file = await open(join(folder, MANIFEST), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, undefined, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return manifest;
}

/** Throws CommandError unless the folder is a whole backup: every file there as it was written, and none besides. */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const found = new Set(await listFiles(folder));
  for (const { path, bytes, sha256 } of manifest.files) {
    if (!found.delete(path)) throw damaged(folder, path, 'it is missing');
    const { size } = await stat(join(folder, path));
    if (size !== bytes) throw damaged(folder, path, `it has ${size} bytes instead of ${bytes}`);
    if ((await digestOf(join(folder, path))) !== sha256)
      throw damaged(folder, path, 'its checksum is another');
  }
  const [stranger] = found;
  if (stranger !== undefined) throw damaged(folder, stranger, 'it was not there when the backup was made');
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) {
    throw new CommandError(
      `${folder} is no backup: it has no ${MANIFEST}. Name the folder that npm run backup made`,
    );
  }
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new CommandError(
      `${path} is damaged or of a newer Millrace: use another backup, or the version that made this one`,
      { cause: error },
    );
  }
}

async function describeFiles(folder: string): Promise<ManifestFile[]> {
  const files: ManifestFile[] = [];
  for (const path of await listFiles(folder)) {
    const whole = join(folder, path);
    const file = await open(whole, 'r');
    await file.sync().finally(() => file.close());
    files.push({ path, bytes: (await stat(whole)).size, sha256: await digestOf(whole) });
  }
  return files;
}

async function listFiles(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const lists = await Promise.all(
    entries.map((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return listFiles(folder, path);
      return path === MANIFEST ? [] : [path];
    }),
  );
  return lists.flat().sort();
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function damaged(folder: string, path: string, what: string): CommandError {
  return new CommandError(
    `the backup is damaged at ${join(folder, path)}: ${what}. Nothing was restored; use another copy of it`,
  );
}
