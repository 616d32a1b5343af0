import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

const LINE_EVERY_MS = 10_000;

/** How far long work is. On a terminal a bar, else a line now and then; never on the output. */
export interface Progress {
  /** `total` may grow; undefined while nobody knows it. */
  update(done: number, total: number | undefined): void;
  stop(): void;
}

export function startProgress(terminal: Terminal, what: string, unit: string): Progress {
  return terminal.showsProgress ? bar(terminal, what, unit) : lines(terminal, what, unit);
}

function bar(terminal: Terminal, what: string, unit: string): Progress {
  const drawn = new SingleBar({
    stream: terminal.messages as NodeJS.WriteStream,
    format: (_options, { value, total }) =>
      total > 0 ? `${what} ${cells(value / total)} ${value}/${total} ${unit}` : `${what} ${value} ${unit}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  drawn.start(0, 0);
  return {
    update: (done, total) => {
      drawn.setTotal(total ?? 0);
      drawn.update(done);
    },
    stop: () => drawn.stop(),
  };
}

function lines(terminal: Terminal, what: string, unit: string): Progress {
  let next = Date.now() + LINE_EVERY_MS;
  return {
    update: (done, total) => {
      if (Date.now() < next) return;
      next = Date.now() + LINE_EVERY_MS;
      terminal.messages.write(`${what}: ${done}${total === undefined ? '' : ` of ${total}`} ${unit}\n`);
    },
    stop: () => undefined,
  };
}

function cells(share: number): string {
  const WIDTH = 30;
  const full = Math.round(Math.min(1, share) * WIDTH);
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}]`;
}
