/** What every scenario talks about, so that fixtures of different libraries can be compared. As in conversation.py. */
export const SYSTEM_PROMPT =
  'You are a travel agent. Answer in one short sentence, name your sources, never invent prices, and ask for the dates ' +
  'of the journey when the traveller has not given them yet.';

export const WEATHER = {
  description: 'Weather of a city',
  schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};

export function messages(question) {
  return [
    { role: 'system', content: SYSTEM_PROMPT },
    { role: 'user', content: question },
  ];
}

/** Runs what is expected to fail. */
export async function failing(call) {
  try {
    await call();
  } catch {
    return;
  }
  throw new Error('a call was expected to fail');
}
