import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { InvalidArgumentError } from 'commander';
import { CliError, EXIT } from '../cli-error.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `1h` (ago), or a time as `2026-11-22T09:30:00Z`; as RFC 3339. */
export function parseTime(text: string, now = Date.now()): string {
  const [, amount = '', unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  if (unit !== '') return new Date(now - Number(amount) * (UNITS[unit] ?? 0)).toISOString();
  const time = /^\d{12,}$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(time)) {
    throw new InvalidArgumentError('write 30m, 6h, 7d (ago), or a time: 2026-11-22T09:30:00Z.');
  }
  return new Date(time).toISOString();
}

/** For commander, whose second argument is the value before. */
export function timeOption(text: string): string {
  return parseTime(text);
}

export function countOption(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('write a number from 1 on.');
  return count;
}

export function numberOption(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new InvalidArgumentError('write a number.');
  return value;
}

/** Of an option that may be given several times. */
export function listOption(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** Of a server; it is the same one with a slash at its end and without. */
export function addressOption(text: string): string {
  if (!/^https?:\/\//.test(text)) throw new InvalidArgumentError('write an address: http://localhost:5000.');
  return text.replace(/\/+$/, '');
}

/** `key=value`, several times. */
export function tagOption(text: string, before: Readonly<Record<string, string>> = {}) {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('write key=value.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

/** Of a file, or of the input for `-`. */
export async function readText(file: string, input: Readable): Promise<string> {
  if (file === '-') return readAll(input);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${file} can't be read: ${reason}`, EXIT.wrongUse, { cause });
  }
}

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${what} is no JSON: ${reason}`, EXIT.wrongUse, { cause });
  }
}

/** What can't be undone is asked for twice. */
export function demandYes(isSure: boolean | undefined, what: string): void {
  if (!isSure) throw new CliError(`${what} can't be undone: add --yes.`, EXIT.wrongUse);
}
