/** How a program loads a prompt. */
export interface Snippet {
  readonly language: string;
  readonly code: string;
}

interface LoadedPrompt {
  readonly url: string;
  readonly name: string;
  /** A version number, an alias or `latest`. */
  readonly selector: string;
  readonly variables: readonly string[];
}

/** Loads and fills a prompt in the languages of its users. */
export function writeSnippets({ url, name, selector, variables }: LoadedPrompt): Snippet[] {
  const isNumber = /^\d+$/.test(selector);
  const address = isNumber ? `prompts:/${name}/${selector}` : `prompts:/${name}@${selector}`;
  const path = `/api/v1/prompts/${encodeURIComponent(name)}/${isNumber ? 'versions' : 'aliases'}/${encodeURIComponent(selector)}`;
  const names = variables.filter((variable) => !variable.includes('.'));
  const python = names.map((variable) => `${variable}="…"`).join(', ');
  return [
    {
      language: 'Python',
      code: [
        'import mlflow',
        '',
        `mlflow.set_tracking_uri("${url}")`,
        `prompt = mlflow.genai.load_prompt("${address}")`,
        `text = prompt.format(${python})`,
      ].join('\n'),
    },
    {
      language: 'TypeScript',
      code: [
        "import { createApiClient } from '@millrace/api-client';",
        '',
        `const millrace = createApiClient({ url: '${url}' });`,
        isNumber
          ? `const { data: prompt } = await millrace.GET('/api/v1/prompts/{name}/versions/{version}', {\n  params: { path: { name: '${name}', version: ${selector} } },\n});`
          : `const { data: prompt } = await millrace.GET('/api/v1/prompts/{name}/aliases/{alias}', {\n  params: { path: { name: '${name}', alias: '${selector}' } },\n});`,
      ].join('\n'),
    },
    { language: 'curl', code: `curl "${url}${path}"` },
  ];
}
