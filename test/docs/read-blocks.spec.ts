import { expect, it } from 'vitest';
import { blocksOf } from './read-blocks.ts';

const fence = (info: string, text = 'x') => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const kinds = (markdown: string) => blocksOf(markdown).map(({ kind }) => kind);

it('knows programs, files and what a program prints, in lists too', () => {
  const page = [
    fence('sh'),
    fence('text'),
    fence('python app.py'),
    `- item\n\n  ${fence('typescript').replaceAll('\n', '\n  ')}`,
  ];
  expect(blocksOf(page.join('\n'))).toMatchObject([
    { kind: 'run', language: 'sh', line: 1 },
    { kind: 'output', text: 'x' },
    { kind: 'file', path: 'app.py' },
    { kind: 'run', language: 'typescript' },
  ]);
});

it('takes what the page says of a block that is not run', () => {
  const [block] = blocksOf(`<!-- not run: needs a cluster -->\n\n${fence('sh')}`);
  expect(block).toMatchObject({ kind: 'not run', reason: 'needs a cluster' });
});

it.each([
  ['an indented block, which has no language', '    npm test\n'],
  ['an unknown language', fence('cobol')],
  ['an output of nothing', fence('text')],
  ['an output of what is not run', `<!-- not run: why -->\n\n${fence('sh')}\n${fence('text')}`],
  ['a file outside the folder', fence('python ../app.py')],
  ['a note that is no name of a file', fence('python title="app"')],
])('finds fault with %s', (_, markdown) => {
  expect(kinds(markdown).at(-1)).toBe('fault');
});
