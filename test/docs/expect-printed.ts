/** Throws unless it was printed line by line; `…` stands for what differs from run to run, on a line of its own for any lines. */
export function expectPrinted(expected: string, printed: string): void {
  if (!patternOf(tidy(expected)).test(`${tidy(printed)}\n`))
    throw new Error(`the page says\n\n${expected}\n\nand this was printed\n\n${printed}`);
}

function patternOf(expected: string): RegExp {
  const lines = expected
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\n)*' : `${line.split('…').map(escape).join('.*')}\n`));
  return new RegExp(`^${lines.join('')}$`);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Without white space at the ends of lines, and blank lines at the ends of all. */
function tidy(text: string): string {
  return text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');
}
