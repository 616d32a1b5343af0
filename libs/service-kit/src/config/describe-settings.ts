import { z } from 'zod';

/** A setting as far as its schema tells. */
export interface DescribedSetting {
  readonly name: string;
  readonly description?: string;
  readonly default?: unknown;
  /** The values it may have, when they are few. */
  readonly enum?: readonly string[];
  readonly isRequired: boolean;
}

/** What an app reads from its environment, in the order of its schema. */
export function describeSettings(schema: z.ZodObject): DescribedSetting[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, default: preset, enum: values } = Object(property) as Partial<DescribedSetting>;
    return {
      name,
      ...(description !== undefined && { description }),
      ...(preset !== undefined && { default: preset }),
      ...(values && { enum: values }),
      isRequired: required.includes(name),
    };
  });
}
