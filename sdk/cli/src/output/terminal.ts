import { homedir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import pc from 'picocolors';
import { readEnvironment, type CliEnvironment } from '../cli.config.ts';

export type Colors = ReturnType<typeof pc.createColors>;

/** Where a command reads and writes, so that a test can be the terminal. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** For what is no result: progress, warnings, errors. */
  readonly messages: Writable;
  /** Whether a person watches the messages, so that a line may be drawn anew. */
  readonly showsProgress: boolean;
  readonly colors: Colors;
  readonly environment: CliEnvironment;
  /** Aborted when the command is to end: by Ctrl-C, or since nobody reads on. */
  readonly signal: AbortSignal;
}

export function processTerminal(signal: AbortSignal): Terminal {
  const environment = readEnvironment(homedir());
  return {
    input: process.stdin,
    output: process.stdout,
    messages: process.stderr,
    showsProgress: process.stderr.isTTY === true,
    colors: pc.createColors(process.stdout.isTTY === true && !environment.wantsNoColor),
    environment,
    signal,
  };
}

/** Resolves when more may be written. */
export async function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve, reject) => {
    stream.once('drain', resolve);
    stream.once('error', reject);
  });
}
