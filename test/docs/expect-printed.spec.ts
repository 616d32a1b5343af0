import { describe, expect, it } from 'vitest';
import { expectPrinted } from './expect-printed.ts';

describe('expectPrinted', () => {
  it.each([
    ['the same', 'a\nb', 'a\nb\n'],
    ['white space at ends of lines and of all', 'a  \nb\n', '\na\nb  \n\n'],
    ['a part of a line that differs', 'trace tr-… OK', 'trace tr-0f3a OK'],
    ['lines that differ, and none', 'first\n…\nlast', 'first\n1\n2\nlast'],
    ['no line for the lines that differ', 'first\n…\nlast', 'first\nlast'],
    ['signs of regular expressions', 'cost (1+1) $2', 'cost (1+1) $2'],
  ])('takes %s', (_, expected, printed) => {
    expect(() => expectPrinted(expected, printed)).not.toThrow();
  });

  it.each([
    ['another word', 'a b', 'a c'],
    ['a line more', 'a', 'a\nb'],
    ['a line less', 'a\nb', 'a'],
    ['what goes on to the next line', 'a … b', 'a \n b'],
    ['nothing', 'a', ''],
    ['what a sign would match as an expression', 'a.c', 'abc'],
  ])('refuses %s', (_, expected, printed) => {
    expect(() => expectPrinted(expected, printed)).toThrow(/the page says/);
  });
});
