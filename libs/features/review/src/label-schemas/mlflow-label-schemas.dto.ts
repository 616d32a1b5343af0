import {
  mlflowBoolean,
  mlflowEnum,
  mlflowInteger,
  mlflowList,
  mlflowMessage,
  mlflowText,
} from '@millrace/service-kit';
import { Rejected } from '@millrace/domain';
import { z } from 'zod';
import type { LabelInput } from './label-input.ts';
import type { LabelKind, LabelSchema } from './label-schema.entity.ts';

/** Messages of mlflow/WIRE.md section 14. */
const input = mlflowMessage({
  pass_fail: mlflowMessage({
    positive_label: z.string().default(''),
    negative_label: z.string().default(''),
  }).optional(),
  categorical: mlflowMessage({
    options: mlflowList(z.string()).default([]),
    multi_select: mlflowBoolean.default(false),
  }).optional(),
  numeric: mlflowMessage({ min_value: z.number().optional(), max_value: z.number().optional() }).optional(),
  text: mlflowMessage({ max_length: mlflowInteger.optional() }).optional(),
});
const changeable = {
  instruction: z.string().optional(),
  enable_comment: mlflowBoolean.optional(),
};

export const createLabelSchemaMessage = mlflowMessage({
  experiment_id: mlflowText,
  name: z.string(),
  type: mlflowEnum({ FEEDBACK: 1, EXPECTATION: 2 }),
  input,
  ...changeable,
});
export const labelSchemaIdMessage = mlflowMessage({ schema_id: z.string() });
export const labelSchemaNameMessage = mlflowMessage({ experiment_id: mlflowText, name: z.string() });
export const listLabelSchemasMessage = mlflowMessage({
  experiment_id: mlflowText,
  max_results: mlflowInteger.default(100),
  page_token: z.string().optional(),
});
export const updateLabelSchemaMessage = mlflowMessage({
  schema_id: z.string(),
  name: z.string().optional(),
  input: input.optional(),
  ...changeable,
});

const KINDS = { FEEDBACK: 'feedback', EXPECTATION: 'expectation' } as const;
const TYPES = { feedback: 'FEEDBACK', expectation: 'EXPECTATION' } as const satisfies Readonly<
  Record<LabelKind, keyof typeof KINDS>
>;

export function toLabelKind(type: keyof typeof KINDS): LabelKind {
  return KINDS[type];
}

/** Throws Rejected unless exactly one kind of input is told. */
export function toLabelInput(message: z.output<typeof input>): LabelInput {
  const { pass_fail: passFail, categorical, numeric, text } = message;
  if ([passFail, categorical, numeric, text].filter((part) => part !== undefined).length !== 1) {
    throw new Rejected(
      "Exactly one of 'pass_fail', 'categorical', 'numeric' and 'text' must be set in parameter 'input'.",
    );
  }
  if (passFail) {
    return {
      kind: 'pass_fail',
      positiveLabel: passFail.positive_label,
      negativeLabel: passFail.negative_label,
    };
  }
  if (categorical) {
    return { kind: 'categorical', options: categorical.options, isMultiSelect: categorical.multi_select };
  }
  if (numeric) return { kind: 'numeric', min: numeric.min_value, max: numeric.max_value };
  return { kind: 'text', maxLength: text?.max_length };
}

/** A label schema as MLflow spells it. */
export function toMlflowLabelSchema(schema: LabelSchema) {
  return {
    schema_id: schema.id,
    experiment_id: String(schema.experimentId),
    name: schema.name,
    type: TYPES[schema.kind],
    ...(typeof schema.instruction === 'string' && { instruction: schema.instruction }),
    enable_comment: schema.hasComment,
    input: toMlflowInput(schema.input),
    created_at: schema.creationTime,
    last_updated_at: schema.lastUpdateTime,
    is_default: schema.isDefault,
  };
}

function toMlflowInput(given: LabelInput) {
  switch (given.kind) {
    case 'pass_fail':
      return { pass_fail: { positive_label: given.positiveLabel, negative_label: given.negativeLabel } };
    case 'categorical':
      return { categorical: { options: given.options, multi_select: given.isMultiSelect } };
    case 'numeric':
      return { numeric: { min_value: given.min, max_value: given.max } };
    case 'text':
      return { text: { max_length: given.maxLength } };
  }
}
