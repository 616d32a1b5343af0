import { diskFiles, type LogFiles } from '../segments/log-files.ts';

/** The disk with so many bytes free; takes the first part of a write that does not fit, as a real one does. */
export class LimitedDisk implements LogFiles {
  readonly sync = diskFiles.sync;
  readonly read = diskFiles.read;
  readonly truncate = diskFiles.truncate;
  readonly create = diskFiles.create;

  constructor(public freeBytes: number) {}

  async write(fd: number, buffers: readonly Uint8Array[], position: number): Promise<void> {
    const whole = Buffer.concat(buffers);
    const taken = whole.subarray(0, this.freeBytes);
    this.freeBytes -= taken.length;
    await diskFiles.write(fd, [taken], position);
    if (taken.length < whole.length)
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  }
}
