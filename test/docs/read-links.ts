import { fromMarkdown } from 'mdast-util-from-markdown';
import { readFileSync } from 'node:fs';

export interface Link {
  readonly line: number;
  /** Of a relative link: below or beside the page, with its anchor. */
  readonly target: string;
}

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly position?: { readonly start: { readonly line: number } } | undefined;
  readonly children?: readonly Node[];
}

/** Links and pictures of a page that lead to other files or to a heading, none to other sites. */
export function readRelativeLinks(path: string): readonly Link[] {
  return [...walk(fromMarkdown(readFileSync(path, 'utf8')))]
    .filter(({ url = '' }) => url !== '' && !/^[a-z]+:/.test(url))
    .map(({ url = '', position }) => ({ line: position?.start.line ?? 0, target: decodeURI(url) }));
}

/** What may follow the `#` of a link to a page: its headings as GitHub names them. */
export function readAnchors(path: string): readonly string[] {
  return [...walk(fromMarkdown(readFileSync(path, 'utf8')))]
    .filter(({ type }) => type === 'heading')
    .map((heading) => slugOf([...walk(heading)].map(({ value = '' }) => value).join('')));
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}
