import { z } from 'zod';

type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * A protobuf message in JSON: fields in snake_case or lowerCamelCase (not both), null counts as absent, unknown fields are
 * ignored. Keys of maps are left alone.
 */
export function mlflowMessage<Fields extends Shape>(fields: Fields) {
  const spellings = Object.keys(fields).map((snake) => ({ snake, camel: toCamel(snake) }));
  return z.preprocess((input, context) => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
    const given = new Map(Object.entries(input).filter(([, value]) => value !== null));
    const fieldsGiven: Record<string, unknown> = {};
    for (const { snake, camel } of spellings) {
      if (snake !== camel && given.has(snake) && given.has(camel)) {
        context.addIssue({
          code: 'custom',
          message: `field '${snake}' is given twice`,
          path: [snake],
          input,
        });
      }
      const value = given.get(snake) ?? given.get(camel);
      if (value !== undefined) fieldsGiven[snake] = value;
    }
    return fieldsGiven;
  }, z.object(fields));
}

/** int64 or int32: a number or a decimal string. */
export const mlflowInteger = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
  z.number().int(),
);

/** double: a number, or a word for what JSON has no number for. */
export const mlflowDouble = z.preprocess(
  (value) =>
    typeof value === 'string' && /^(NaN|-?Infinity|-?[\d.]+(e[-+]?\d+)?)$/i.test(value)
      ? Number(value)
      : value,
  z.union([z.number(), z.nan(), z.literal(Infinity), z.literal(-Infinity)], 'expected a number'),
);

/** A boolean, or a word for one in a query. */
export const mlflowBoolean = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  const word = value.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : value;
}, z.boolean());

/** A list; in a query one element stands for itself. */
export function mlflowList<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item),
  );
}

/** An enum by name or number; yields the name. */
export function mlflowEnum<Name extends string>(numbers: Readonly<Record<Name, number>>) {
  const names = Object.keys(numbers).filter((name): name is Name => name in numbers);
  const byNumber = new Map(names.map((name) => [String(numbers[name]), name]));
  return z.preprocess((value) => byNumber.get(String(value)) ?? value, z.enum(names));
}

/** A text; ids often come as numbers. */
export const mlflowText = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string(),
);

function toCamel(snake: string): string {
  return snake.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
