import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

type Level = 'debug' | 'info' | 'warn' | 'error';

/** One JSON object a line on stdout; on a terminal one readable line. */
export class JsonLogger implements LoggerService {
  private readonly logger: Logger;

  constructor(
    service: string,
    level: Level,
    private readonly isReadable: boolean,
  ) {
    this.logger = pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime });
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
    const name = typeof context.at(-1) === 'string' ? context.at(-1) : undefined;
    const extra = context.slice(0, name === undefined ? undefined : -1).filter((part) => part !== undefined);
    const cause = extra
      .map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part)))
      .join(' ');
    const text = `${message instanceof Error ? (message.stack ?? message.message) : String(message)}${cause && ` ${cause}`}`;
    if (!this.isReadable) return this.logger[level]({ logger: name }, text);
    process.stdout.write(
      `${new Date().toISOString().slice(11, 23)} ${level.padEnd(5)} ${name === undefined ? '' : `[${String(name)}] `}${text}\n`,
    );
  }
}
