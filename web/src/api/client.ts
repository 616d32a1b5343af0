import { createApiClient, type components } from '@millrace/api-client';
import { Problem } from './problem.ts';
import { currentWorkspace } from './workspace.ts';

export type Schemas = components['schemas'];

/** The one way to the server: every call of the UI is an operation of the generated client. */
export const api = createApiClient({ url: location.origin, workspace: currentWorkspace() });

interface Answered<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** Where an operation also answers tables, the JSON one of its answers. */
type Json<Data> = Exclude<NonNullable<Data>, string>;

/** The data of an answer. Throws Problem with the server's words, and one of status 0 when there is no server. */
export async function dataOf<Data>(asked: Promise<Answered<Data>>): Promise<Json<Data>> {
  const { data, error, response } = await asked.catch((fault: unknown) => {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw new Problem('The server does not answer. Is Millrace running?', 0, 'UNREACHABLE');
  });
  if (error !== undefined || !response.ok) throw toProblem(error, response);
  return data as Json<Data>;
}

/** The bytes of an answer that was asked for as a blob, which the client's types don't tell. Throws as dataOf. */
export async function bytesOf(asked: Promise<Answered<unknown>>): Promise<Blob> {
  return (await dataOf(asked)) as Blob;
}

function toProblem(error: unknown, { status, statusText }: Response): Problem {
  const told = (error as { error?: { code?: string; message?: string } } | undefined)?.error;
  return new Problem(
    told?.message ?? `The server answered ${status} ${statusText}.`,
    status,
    told?.code ?? '',
  );
}
