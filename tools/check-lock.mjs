// Fails when package-lock.json is not what the package.json files ask for. npm ci would tell, but refuses any lock when a registry lacks an
// optional binding of some other platform; this reads files only.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectFolders } from './boundaries.mjs';
import { lockFaults } from './lock-faults.mjs';

const root = resolve(import.meta.dirname, '..');
const read = (file) => JSON.parse(readFileSync(resolve(root, file), 'utf8'));
const { workspaces } = read('package.json');
const folders = ['', ...projectFolders(root), ...workspaces.filter((folder) => !folder.includes('*'))];
const manifests = Object.fromEntries(
  folders.map((folder) => [folder, read(folder === '' ? 'package.json' : `${folder}/package.json`)]),
);
const faults = lockFaults(read('package-lock.json'), manifests);
for (const fault of faults) console.error(fault);
if (faults.length > 0) console.error('run "npm install" and commit package-lock.json');
process.exitCode = faults.length > 0 ? 1 : 0;
