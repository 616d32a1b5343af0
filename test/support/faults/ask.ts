/** As long as a patient client waits for an answer. */
const ANSWER_MS = 10_000;

/** An answer other than success. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(`${status} ${text.slice(0, 300)}`);
  }

  /** Whether the client is asked to come again. */
  get isTemporary(): boolean {
    return [429, 502, 503, 504].includes(this.status);
  }
}

export interface Answer<Content> {
  readonly content: Content;
  readonly headers: Headers;
}

/** One request. Throws Refusal for an answer other than success, anything else when there was none. */
export async function ask<Content>(
  url: string,
  { method = 'GET', body, timeoutMs = ANSWER_MS }: AskOptions = {},
): Promise<Answer<Content>> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  if (!response.ok) throw new Refusal(response.status, text);
  return { content: JSON.parse(text === '' ? '{}' : text) as Content, headers: response.headers };
}

interface AskOptions {
  readonly method?: string;
  readonly body?: object;
  readonly timeoutMs?: number;
}

/** Asks until there is success: for what a test prepares or checks while parts may still be recovering. */
export async function askUntilAnswered<Content>(
  url: string,
  options: AskOptions = {},
  patienceMs = 90_000,
): Promise<Content> {
  for (const deadline = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    try {
      return (await ask<Content>(url, options)).content;
    } catch (error) {
      const isFinal = error instanceof Refusal && !error.isTemporary;
      if (isFinal || Date.now() > deadline) throw error;
    }
  }
}
