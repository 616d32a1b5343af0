import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KNOWN_SETTINGS } from './doctor.config.ts';

const SETTINGS_PAGE = join(import.meta.dirname, '../../../../docs/settings.md');

describe('the settings doctor knows', () => {
  it('are those of docs/settings.md, which is made from what the services read', () => {
    const rows = readFileSync(SETTINGS_PAGE, 'utf8').matchAll(/^\| `(\w+)`/gm);
    const documented = [...rows].map(([, name]) => name);
    expect(documented.length).toBeGreaterThan(60);
    expect([...KNOWN_SETTINGS].sort()).toEqual(documented.sort());
  });
});
