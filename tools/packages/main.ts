// node tools/packages/main.ts [folder]: builds what is published to npm into dist/packages, or the folder: a folder of each, and a tarball that
// `npm install` and `npm publish` take.
import { execFileSync } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import { buildPackage } from './build-package.ts';
import { PUBLISHED_FOLDERS, readPackage } from './manifest.ts';

process.chdir(resolve(import.meta.dirname, '../..'));
const [target = 'dist/packages'] = process.argv.slice(2);

for (const folder of PUBLISHED_FOLDERS) {
  const built = readPackage(folder);
  const place = join(target, basename(built.source.name));
  await buildPackage(built, place);
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', target, resolve(place)]);
  console.log(join(target, packed.toString().trim()));
}
