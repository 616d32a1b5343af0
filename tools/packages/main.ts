// node tools/packages/main.ts [folder]: builds what is published to npm into dist/packages, or the folder, ready for `npm publish`.
import { basename, join, resolve } from 'node:path';
import { buildPackage } from './build-package.ts';
import { PUBLISHED_FOLDERS, readPackage } from './manifest.ts';

process.chdir(resolve(import.meta.dirname, '../..'));
const [target = 'dist/packages'] = process.argv.slice(2);

for (const folder of PUBLISHED_FOLDERS) {
  const built = readPackage(folder);
  const place = join(target, basename(built.source.name));
  await buildPackage(built, place);
  console.log(`${built.source.name} ${built.source.version} is in ${place}`);
}
