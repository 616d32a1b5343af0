import { InvalidRequestError } from '../connection/millrace-error.ts';

/** Which version of a prompt is meant. */
export type PromptReference =
  { readonly name: string; readonly version: number } | { readonly name: string; readonly alias: string };

export interface VersionChoice {
  readonly version?: number;
  /** `latest`, the highest version there is, unless a version or another alias is given. */
  readonly alias?: string;
}

const SCHEME = 'prompts:/';
/** `prompts:/name`, `prompts:/name/3`, `prompts:/name@alias`. */
const REFERENCE = /^(?<name>[^/@]+)(?:\/(?<version>\d+)|@(?<alias>[^/@]+))?$/;
const LATEST = 'latest';

/** Throws InvalidRequestError for what names no version, or two. */
export function readReference(nameOrUri: string, { version, alias }: VersionChoice): PromptReference {
  const isUri = nameOrUri.startsWith(SCHEME);
  const said = isUri ? REFERENCE.exec(nameOrUri.slice(SCHEME.length))?.groups : { name: nameOrUri };
  const { name } = said ?? {};
  if (said === undefined || name === undefined)
    throw invalid(
      `'${nameOrUri}' names no prompt: write prompts:/name, prompts:/name/3 or prompts:/name@alias.`,
    );
  const versions = [version, said['version']].filter((each) => each !== undefined).map(Number);
  const aliases = [alias, said['alias']].filter((each) => each !== undefined);
  if (versions.length + aliases.length > 1)
    throw invalid(
      `Prompt '${name}' is asked for by more than one of version, alias and URI: give one of them.`,
    );
  const [number] = versions;
  if (number === undefined) return { name, alias: aliases[0] ?? LATEST };
  if (Number.isSafeInteger(number) && number > 0) return { name, version: number };
  throw invalid(`A version of a prompt is a number from 1 on, not ${number}.`);
}

function invalid(message: string): InvalidRequestError {
  return new InvalidRequestError(message, { code: 'INVALID_PARAMETER_VALUE' });
}
