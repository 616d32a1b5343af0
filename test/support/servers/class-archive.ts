import { createHash } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';

/**
 * Classes of a Java server, parsed and linked ahead: with them a start costs a third. The first server that runs without
 * them writes them as it ends in order; those after it read them. Java leaves out what does not fit it.
 */
export class ClassArchive {
  private readonly file: string;
  private readonly partial: string;

  /** Of the jars of a folder and the options it is run with, beside that folder. */
  constructor(jars: string, java: string, options: readonly string[]) {
    const digest = createHash('sha256')
      .update(JSON.stringify([java, options]))
      .digest('hex');
    this.file = `${jars}-${digest.slice(0, 16)}.jsa`;
    this.partial = `${this.file}.${process.pid}`;
  }

  /** What to start Java with. */
  options(): readonly string[] {
    return existsSync(this.file)
      ? [`-XX:SharedArchiveFile=${this.file}`]
      : [`-XX:ArchiveClassesAtExit=${this.partial}`];
  }

  /** After an orderly end: what it wrote, if it had to, is there for the next. */
  keep(): void {
    if (existsSync(this.partial)) renameSync(this.partial, this.file);
  }
}
