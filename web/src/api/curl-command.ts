interface CurlOptions {
  /** Undefined: the default one, which needs no header. */
  readonly workspace: string | undefined;
  /** Whether the server wants a key; the shell has it, so that none is ever copied. */
  readonly needsKey: boolean;
}

/** A command that reads an address of the API as this page does. */
export function curlCommand(address: string, { workspace, needsKey }: CurlOptions): string {
  return [
    'curl',
    ...(workspace === undefined ? [] : ['-H', quoted(`x-mlflow-workspace: ${workspace}`)]),
    ...(needsKey ? ['-H', '"authorization: Bearer $MILLRACE_API_KEY"'] : []),
    quoted(address),
  ].join(' ');
}

/** As one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
