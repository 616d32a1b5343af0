/** Asked for where nobody has chosen a model. */
export const DEFAULT_MODEL = 'openai:/gpt-4.1-mini';
