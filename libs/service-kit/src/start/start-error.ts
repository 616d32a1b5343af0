/** A start that can't succeed as things are; the message says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Says in a sentence why a port could not be opened. */
export function explainListenError(
  error: unknown,
  host: string,
  listener: { readonly port: number; readonly setting: string },
): Error {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const { port, setting } = listener;
  if (code === 'EADDRINUSE') {
    return new StartError(
      `port ${port} on ${host} is in use, perhaps by another Millrace; stop that program or set ${setting} to a free port`,
      { cause: error },
    );
  }
  if (code === 'EACCES')
    return new StartError(
      `port ${port} may not be opened by this user; set ${setting} to a port above 1023`,
      { cause: error },
    );
  if (code === 'EADDRNOTAVAIL')
    return new StartError(`${host} is not an address of this machine; set MILLRACE_HOST to one that is`, {
      cause: error,
    });
  return error instanceof Error ? error : new Error(String(error));
}
