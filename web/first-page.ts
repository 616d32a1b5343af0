import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** What is asked first of all, while the program is on its way; requests about another workspace name it, so these would not do. */
const QUESTIONS = `const trace = /\\/traces\\/(?:tr-)?([0-9a-f]{32})$/.exec(location.pathname);
const questions = ['/api/v1/sign-in', ...(trace === null ? [] : ['/api/v1/traces/' + trace[1] + '/outline'])];
if (sessionStorage.getItem('millrace.workspace') === null && !location.search.includes('workspace=')) {
  for (const question of questions) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = '';
    link.href = question;
    document.head.append(link);
  }
}
`;

/** Pages that links from elsewhere lead to, by the pattern of their address. */
const PAGES: Readonly<Record<string, string>> = {
  '^/$': 'experiments/experiments-page.tsx',
  '^/experiments/[^/]+/?$': 'overview/overview-page.tsx',
  '^/experiments/[^/]+/traces/?$': 'traces/traces-page.tsx',
  '^/(experiments/[^/]+/)?traces/(?!compare$)[^/]+$': 'trace/trace-page.tsx',
};

/**
 * Lets a browser ask for the code of the page it was sent to beside that of the program: otherwise it learns of it only after the
 * program has run. Writes `/first-page.js`, which is a file because the content security policy forbids inline scripts.
 */
export function firstPage(): Plugin {
  return {
    name: 'first-page',
    apply: 'build',
    enforce: 'post',
    // Before all else: it runs while the program is on its way.
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: '/first-page.js' }, injectTo: 'head-prepend' }],
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
      const initial = new Set(
        chunks.filter(({ isEntry }) => isEntry).flatMap((entry) => closure(entry, chunks)),
      );
      const files = Object.entries(PAGES).map(([pattern, source]) => {
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/pages/${source}`));
        if (page === undefined) throw new Error(`first-page: there is no page ${source}`);
        const needed = closure(page, chunks).filter((file) => !initial.has(file));
        const styles = chunks
          .filter(({ fileName }) => needed.includes(fileName))
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return [pattern, [...needed, ...new Set(styles)]];
      });
      this.emitFile({ type: 'asset', fileName: 'first-page.js', source: program(JSON.stringify(files)) });
    },
  };
}

/** The file itself and all that it imports at once. */
function closure(chunk: Chunk, chunks: readonly Chunk[], seen = new Set<string>()): string[] {
  if (seen.has(chunk.fileName)) return [];
  seen.add(chunk.fileName);
  for (const name of chunk.imports) {
    const imported = chunks.find(({ fileName }) => fileName === name);
    if (imported !== undefined) closure(imported, chunks, seen);
  }
  return [...seen];
}

function program(pages: string): string {
  return `for (const [pattern, files] of ${pages}) {
  if (!new RegExp(pattern).test(location.pathname)) continue;
  for (const file of files) {
    const link = document.createElement('link');
    const isStyle = file.endsWith('.css');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    if (isStyle) link.as = 'style';
    link.crossOrigin = '';
    link.href = '/' + file;
    document.head.append(link);
  }
}
${QUESTIONS}`;
}
