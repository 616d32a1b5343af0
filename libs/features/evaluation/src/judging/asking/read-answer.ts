import { Ajv, type ValidateFunction } from 'ajv8';
import { Rejected, type JsonValue } from '@millrace/domain';

type JudgeSchema = Readonly<Record<string, unknown>>;

export type ReadAnswer =
  | { readonly value: Readonly<Record<string, JsonValue>> }
  /** What is wrong with it, told to the model. */
  | { readonly fault: string };

const FENCE = /^```(?:json)?\s*([\s\S]*?)\s*```$/;
const MOST_SCHEMAS = 500;

/** Reads answers of models that must be of a schema; schemas are compiled once. */
export class AnswerReader {
  private readonly ajv = new Ajv({
    strict: false,
    allErrors: false,
    validateFormats: false,
    addUsedSchema: false,
  });
  private readonly compiled = new Map<string, ValidateFunction>();

  /** Throws Rejected for a schema that is none. */
  read(text: string, schema: JudgeSchema): ReadAnswer {
    const isOfSchema = this.compile(schema);
    const trimmed = text.trim();
    // Models that have no structured output put it in a block of code.
    const value = parse(FENCE.exec(trimmed)?.[1] ?? trimmed);
    if (value === undefined) return { fault: 'it is not JSON' };
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { fault: 'it is not a JSON object' };
    if (isOfSchema(value)) return { value: value as Readonly<Record<string, JsonValue>> };
    return { fault: this.ajv.errorsText(isOfSchema.errors, { dataVar: 'it' }) };
  }

  private compile(schema: JudgeSchema): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.compiled.get(key);
    if (known) return known;
    if (this.compiled.size >= MOST_SCHEMAS) this.compiled.clear();
    try {
      const validate = this.ajv.compile(schema);
      this.compiled.set(key, validate);
      return validate;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Rejected(`The schema of the judge's answer is not right: ${reason}.`, 'invalid', {
        cause: error,
      });
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
