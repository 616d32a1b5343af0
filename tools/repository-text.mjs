import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '__pycache__', '.git', '.cache', '.nx', '.millrace']);

/** What must not stand in a text file of the repository, and what to do instead. */
const RULES = [
  {
    pattern:
      /\b(?:registry\.npmjs\.org|registry\.yarnpkg\.com|pypi\.org|files\.pythonhosted\.org|repo1\.maven\.org|repo\.maven\.apache\.org|proxy\.golang\.org)\b/,
    advice: 'names a package registry: leave the choice to the package manager, which may use a mirror',
  },
  {
    pattern: /(?<![\w.-])\/(?:work|root|home\/\w[\w-]*)\//,
    advice: 'is a path of one machine: use a path relative to the repository or a temporary folder',
  },
  {
    pattern: /\b(?:TO[D]O|FIX[M]E)\b(?!\(#\d+\))/,
    advice: 'has no issue: add its number as in (#123), or do it',
  },
];

/** Every forbidden text in one file's content, as `path:line: "text" advice`. */
export function findForbiddenText(path, content) {
  return content.split('\n').flatMap((line, index) =>
    RULES.flatMap(({ pattern, advice }) => {
      const found = pattern.exec(line);
      return found ? [`${path}:${index + 1}: "${found[0]}" ${advice}`] : [];
    }),
  );
}

/** The faults of all text files below a folder; what git ignores is not read. */
export function checkRepositoryText(root) {
  const faults = [];
  for (const path of listFiles(root)) {
    const content = readFileSync(path);
    if (content.includes(0) || path.endsWith('.log')) continue;
    faults.push(...findForbiddenText(relative(root, path), content.toString('utf8')));
  }
  return faults;
}

function* listFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* listFiles(path);
    if (entry.isFile()) yield path;
  }
}
