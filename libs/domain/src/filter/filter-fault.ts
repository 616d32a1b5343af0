import { Rejected } from '../errors.ts';
import type { SourceRange } from './filter.ts';

const LINE_WIDTH = 100;
const CONTEXT_BEFORE = 60;

/** A Rejected that shows the filter with a caret line under the fault. */
export function filterFault(text: string, range: SourceRange, message: string): Rejected {
  const from = Math.max(0, Math.min(range.start - CONTEXT_BEFORE, text.length - LINE_WIDTH));
  const line = text.slice(from, from + LINE_WIDTH).replace(/\s/g, ' ');
  const room = Math.max(1, LINE_WIDTH - (range.start - from));
  const width = Math.min(Math.max(1, range.end - range.start), room);
  return new Rejected(`${message}\n  ${line}\n  ${' '.repeat(range.start - from)}${'^'.repeat(width)}`);
}
