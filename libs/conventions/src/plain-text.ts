import { attributeJson, type AttributeValue } from '@millrace/domain';

const QUOTE = 0x22;

/**
 * The text a value stands for, one layer of JSON quotes removed: MLflow's client writes attributes of pure OTLP as JSON.
 * Undefined for structures, bytes and empty text.
 */
export function plainText(value: AttributeValue): string | undefined {
  if (typeof value === 'string') return unquoted(value) || undefined;
  return typeof value === 'object' ? undefined : attributeJson(value);
}

/** The string that a JSON string literal spells; any other text as it is. */
export function unquoted(text: string): string {
  if (text.charCodeAt(0) !== QUOTE || text.length < 2 || text.charCodeAt(text.length - 1) !== QUOTE)
    return text;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'string' ? parsed : text;
  } catch {
    return text;
  }
}
