import { readFileSync } from 'node:fs';

/** Megabytes a process has in memory now, and had at most since it began; Linux only. */
export function residentMemory(pid: number): { readonly rssMb: number; readonly peakRssMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const megabytes = (key: string): number =>
    Math.round(Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024);
  return { rssMb: megabytes('VmRSS'), peakRssMb: megabytes('VmHWM') };
}
