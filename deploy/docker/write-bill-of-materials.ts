import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where an image says what it is made of, in CycloneDX. */
export const BILL_OF_MATERIALS = 'sbom.cdx.json';

interface BillOfMaterials {
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string };
}

/** From the lock file in the folder: names, versions, licences and checksums of all packages. */
export async function writeBillOfMaterials(folder: string): Promise<void> {
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const { stdout } = await run('npm', args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  const bill = JSON.parse(stdout) as BillOfMaterials;
  // Of the moment, so that the same image would differ from itself.
  const { serialNumber, metadata, ...rest } = bill;
  const { timestamp, ...lasting } = metadata;
  void [serialNumber, timestamp];
  writeFileSync(
    join(folder, BILL_OF_MATERIALS),
    `${JSON.stringify({ ...rest, metadata: lasting }, undefined, 1)}\n`,
  );
}
