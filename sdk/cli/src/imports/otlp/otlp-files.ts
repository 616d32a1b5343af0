import { createReadStream, statSync } from 'node:fs';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Tokenizer, TokenParser } from '@streamparser/json';
import { CliError, EXIT } from '../../cli-error.ts';
import type { ImportedItem, ImportSource, ResourceSpans } from '../import-source.ts';

const LONG_INTEGER = /^-?\d{16,}$/;

/** OTLP traces in files: one JSON document, or a line each as the Collector's file exporter writes them; gzip too. */
export class OtlpFiles implements ImportSource {
  readonly unit = 'bytes';
  private readonly files: readonly string[];
  private readonly bytes: number;
  private read = 0;

  /** Throws CliError for a file that is not there. */
  constructor(files: readonly string[]) {
    this.files = files;
    this.bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
  }

  /** What makes it the same import: a file that has grown is another. */
  identity(): string[] {
    return this.files.flatMap((file) => [file, String(sizeOf(file))]);
  }

  readonly total = () => this.bytes;
  readonly done = () => this.read;

  async *items(cursor: string | undefined): AsyncGenerator<ImportedItem> {
    const done = readCursor(cursor);
    for (const [index, file] of this.files.entries()) {
      let place = 0;
      for await (const spans of this.resourceSpans(file)) {
        place += 1;
        if (index < done.file || (index === done.file && place <= done.place)) continue;
        yield { spans: [spans], cursor: `${index}:${place}` };
      }
    }
  }

  private async *resourceSpans(file: string): AsyncGenerator<ResourceSpans> {
    const found: ResourceSpans[] = [];
    const tokenizer = new ExactTokenizer({ separator: '' });
    const parser = new TokenParser({ paths: ['$.resourceSpans.*'], keepStack: false, separator: '' });
    tokenizer.onToken = (token) => parser.write(token);
    parser.onValue = ({ value }) => found.push(value as ResourceSpans);
    try {
      for await (const chunk of this.open(file)) {
        tokenizer.write(chunk);
        yield* found.splice(0);
      }
      if (!tokenizer.isEnded) tokenizer.end();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new CliError(`${file} is no OTLP JSON: ${reason}`, EXIT.failed, { cause });
    }
    yield* found;
  }

  private open(file: string): AsyncIterable<Uint8Array> {
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.read += chunk.length;
        done(null, chunk);
      },
    });
    const source = createReadStream(file, { highWaterMark: 256 * 1024 });
    source.on('error', (error) => counted.destroy(error));
    source.pipe(counted);
    if (!file.endsWith('.gz')) return counted;
    const unzipped = createGunzip();
    counted.on('error', (error) => unzipped.destroy(error));
    return counted.pipe(unzipped);
  }
}

/** Nanoseconds don't fit into a number; OTLP takes them as text too. */
class ExactTokenizer extends Tokenizer {
  protected override parseNumber(text: string): number {
    return (LONG_INTEGER.test(text) ? text : Number(text)) as number;
  }
}

function readCursor(cursor: string | undefined): { readonly file: number; readonly place: number } {
  const [file = 0, place = 0] = (cursor ?? '0:0').split(':').map(Number);
  return { file, place };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch (cause) {
    throw new CliError(`${file} can't be read: is it there?`, EXIT.wrongUse, { cause });
  }
}
