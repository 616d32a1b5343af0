import type { z } from 'zod';
import { Rejected } from '@millrace/domain';
import type { Scorer } from './scorer.ts';
import type { Subject } from './subject.ts';

/** What users may set; its fields have descriptions and defaults. */
export type ParameterShape = z.ZodObject;

/** A kind of scorer that comes with Millrace, before it has a name and parameters. */
export interface BuiltInScorer {
  /** In definitions: `exact_match`. */
  readonly name: string;
  /** Other names under which definitions may have it. */
  readonly aliases?: readonly string[] | undefined;
  /** For people: `Exact match`. */
  readonly title: string;
  /** One sentence: what a verdict of it tells. */
  readonly description: string;
  /** `any`: as its parameters say. */
  readonly level: Subject['level'] | 'any';
  readonly parameters: ParameterShape;
  /** Expectations without which it skips when its parameters are left as they are. */
  readonly needsExpectations: readonly string[];
  /** What else it reads, in words: `outputs`, `spans of type TOOL`. */
  readonly reads: readonly string[];
  /** Whether it asks a model. */
  readonly isJudge: boolean;
  /** MLflow's class of the same name, parameters and verdicts. */
  readonly mlflowClass?: string | undefined;
  /** Throws Rejected naming the parameter that is at fault. */
  create(name: string, parameters: unknown): Scorer;
}

type Description<Shape extends ParameterShape> = Omit<BuiltInScorer, 'parameters' | 'create'> & {
  readonly parameters: Shape;
  create(name: string, parameters: z.output<Shape>): Scorer;
};

/** A scorer whose parameters are checked, and have their defaults, before it is created. */
export function defineBuiltIn<Shape extends ParameterShape>(description: Description<Shape>): BuiltInScorer {
  return {
    ...description,
    create: (name, given) => description.create(name, checkParameters(description, given)),
  };
}

function checkParameters<Shape extends ParameterShape>(
  { name, parameters }: Description<Shape>,
  given: unknown,
): z.output<Shape> {
  const { success, data, error } = parameters.safeParse(given ?? {});
  if (success) return data;
  const faults = error.issues.map(({ path, message }) =>
    path.length > 0 ? `'${path.join('.')}': ${message}` : message,
  );
  const known = Object.keys(parameters.shape);
  const rule = known.length > 0 ? `it takes ${known.join(', ')}` : 'it takes none';
  throw new Rejected(`The parameters of scorer '${name}' are not right: ${faults.join('; ')} (${rule}).`);
}
