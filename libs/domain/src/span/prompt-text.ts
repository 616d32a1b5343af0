import type { PromptVersion } from './span-meaning.ts';

/** `name/version`, as links to prompts are spelled; a name alone where no version is told. */
export function promptText({ name, version }: PromptVersion): string {
  if (version !== undefined) return `${name}/${version}`;
  return name.includes('/') ? `${name}/` : name;
}

/** The prompt of such a text: what follows the last slash is the version. */
export function parsePromptText(text: string): PromptVersion {
  const slash = text.lastIndexOf('/');
  if (slash === -1) return { name: text };
  const version = text.slice(slash + 1);
  return { name: text.slice(0, slash), ...(version !== '' && { version }) };
}
