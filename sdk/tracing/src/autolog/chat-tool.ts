/** A tool as providers tell it, each in words of its own. */
export interface ToolOnOffer {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** A JSON schema. */
  readonly parameters?: unknown;
}

/** The same as MLflow writes the tools of every provider: as OpenAI does. */
export function chatTool({ name, description, parameters }: ToolOnOffer): object {
  return {
    type: 'function',
    function: {
      name,
      ...(description !== undefined && { description }),
      ...(parameters !== undefined && { parameters }),
    },
  };
}
