import { fromMarkdown } from 'mdast-util-from-markdown';
import { readFileSync } from 'node:fs';

/** What a page's reader is to do with a block, told by its language and by what follows it: ```` ```python app.py ````. */
export type Block = { readonly line: number; readonly text: string } & (
  | { readonly kind: 'run'; readonly language: (typeof LANGUAGES)[number] }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'output' }
  | { readonly kind: 'not run'; readonly reason: string }
  | { readonly kind: 'fault'; readonly fault: string }
);

type Node = ReturnType<typeof fromMarkdown>['children'][number];
type Code = Extract<Node, { type: 'code' }>;

const LANGUAGES = ['sh', 'python', 'typescript'] as const;
const OUTPUTS = ['text', 'json'];
const MARK = /^<!-- not run: (.+) -->$/;
const FILE_NAME = /^[\w./-]+\.\w+$/;

/** The code blocks of a page, in order. */
export function readBlocks(path: string): readonly Block[] {
  return blocksOf(readFileSync(path, 'utf8'));
}

/** The same of its text. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const visit = (nodes: readonly Node[]): void => {
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'code') blocks.push(blockOf(node, nodes[index - 1], blocks.at(-1)));
      else if ('children' in node) visit(node.children as readonly Node[]);
    }
  };
  visit(fromMarkdown(markdown).children);
  return blocks;
}

function blockOf(code: Code, before: Node | undefined, previous: Block | undefined): Block {
  const { value: text, meta } = code;
  const place = { line: code.position?.start.line ?? 0, text };
  const reason = before?.type === 'html' ? MARK.exec(before.value)?.[1] : undefined;
  if (reason !== undefined) return { ...place, kind: 'not run', reason };
  if (meta) return fileOf(place, meta);
  const language = LANGUAGES.find((each) => each === code.lang);
  if (language !== undefined) return { ...place, kind: 'run', language };
  if (!OUTPUTS.includes(code.lang ?? ''))
    return fault(
      place,
      `nobody knows how to run '${code.lang ?? ''}': fence it with a known language, name its file, or mark it`,
    );
  if (previous?.kind !== 'run') return fault(place, 'an output follows the block that prints it');
  return { ...place, kind: 'output' };
}

function fileOf(place: { line: number; text: string }, path: string): Block {
  if (!FILE_NAME.test(path) || path.startsWith('/') || path.includes('..'))
    return fault(place, `'${path}' is no name of a file of the page's folder`);
  return { ...place, kind: 'file', path };
}

function fault(place: { line: number; text: string }, text: string): Block {
  return { ...place, kind: 'fault', fault: text };
}
