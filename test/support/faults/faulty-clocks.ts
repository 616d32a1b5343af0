import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../service-fleet.ts';

const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';

/** A clock of its own for each service, which a test may set wrong; what measures durations goes on as it is. */
export class FaultyClocks {
  private readonly folder = mkdtempSync(join(tmpdir(), 'millrace-clocks-'));

  constructor() {
    if (!existsSync(LIBRARY))
      throw new Error('clocks are set wrong by faketime: apt-get install -y faketime');
  }

  /** For a service that is about to start. */
  environmentOf(service: string): Environment {
    this.set(service, 0);
    return {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: this.file(service),
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    };
  }

  /** The service sees it within a second or two. */
  set(service: string, seconds: number): void {
    writeFileSync(this.file(service), `${seconds < 0 ? '' : '+'}${seconds}\n`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private file(service: string): string {
    return join(this.folder, service);
  }
}
