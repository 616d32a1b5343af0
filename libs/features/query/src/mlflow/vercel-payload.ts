import { attributeText, type AttributeMap } from '@millrace/domain';

/** One call to a model: MLflow tells its messages, tools and answer as one object each. */
const CALLS = ['ai.generateText.doGenerate', 'ai.streamText.doStream'];
const PREFIXES = { inputs: 'ai.prompt.', outputs: 'ai.response.' } as const;

/** JSON text of what a span of Vercel's AI SDK was asked or answered, as MLflow unpacks it; undefined for any other span (mlflow/WIRE.md 6.9). */
export function vercelPayload(attributes: AttributeMap, side: keyof typeof PREFIXES): string | undefined {
  const operation = attributes.get('ai.operationId');
  if (typeof operation !== 'string' || !CALLS.includes(operation)) return undefined;
  const prefix = PREFIXES[side];
  const fields = [...attributes]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => {
      const name = key.slice(prefix.length);
      const parsed = unwrapped(attributeText(value));
      return [name, name === 'tools' && Array.isArray(parsed) ? parsed.map(unwrapTool) : parsed] as const;
    });
  return fields.length === 0 ? undefined : JSON.stringify(Object.fromEntries(fields));
}

function unwrapTool(tool: unknown): unknown {
  return typeof tool === 'string' ? unwrapped(tool) : tool;
}

/** What a JSON text holds; any other text itself. */
function unwrapped(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
