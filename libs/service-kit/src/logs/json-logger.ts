import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { StartError } from '../start/start-error.ts';
import { maskSecrets } from './mask-secrets.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';
export type LogLevel = Level | 'silent';

/** One JSON object a line on stdout, on a terminal one readable line; secrets are masked. */
export class JsonLogger implements LoggerService {
  private readonly logger: Logger;

  constructor(
    service: string,
    level: LogLevel,
    private readonly isReadable: boolean,
    private readonly output: { write(line: string): void } = process.stdout,
  ) {
    const formatters = { level: (label: string) => ({ level: label }) };
    this.logger = pino(
      { level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime, formatters },
      output,
    );
  }

  log(message: unknown, ...context: unknown[]): void {
    this.write('info', message, context);
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.write('warn', message, context);
  }

  error(message: unknown, ...context: unknown[]): void {
    this.write('error', message, context);
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.write('debug', message, context);
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.write('debug', message, context);
  }

  /** Nest gives the name of the logger last, after an error or a stack. */
  private write(level: Level, message: unknown, context: readonly unknown[]): void {
    if (!this.logger.isLevelEnabled(level)) return;
    // Nest logs whatever ends a start, with its stack; this one is a sentence, which runService tells.
    if (message instanceof StartError) return;
    const last = context.at(-1);
    const name = typeof last === 'string' ? last : undefined;
    const extra = name === undefined ? context : context.slice(0, -1);
    const text = maskSecrets(
      [message, ...extra]
        .filter((part) => part !== undefined)
        .map(textOf)
        .join(' '),
    );
    if (!this.isReadable) return this.logger[level]({ logger: name }, text);
    const source = name === undefined ? '' : `[${name}] `;
    this.output.write(`${new Date().toISOString().slice(11, 23)} ${level.padEnd(5)} ${source}${text}\n`);
  }
}

function textOf(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  if (typeof part !== 'object' || part === null) return String(part);
  try {
    return JSON.stringify(part);
  } catch {
    // A cycle or a bigint must not turn a log line into a failure.
    return String(part);
  }
}
