import { z } from 'zod';

const inferenceParameters = z
  .strictObject({
    temperature: z.number().min(0).max(2).optional(),
    top_p: z.number().min(0).max(1).optional(),
    max_tokens: z.number().int().min(1).optional(),
    max_completion_tokens: z.number().int().min(1).optional(),
  })
  .optional()
  .describe('How the model is to answer: temperature, top_p, max_tokens.');

/** What every judge may be told. */
export const judgeParameters = z.strictObject({
  model: z
    .string()
    .regex(/^[\w.-]+:\/.+$/, "is 'provider:/model' or 'gateway:/endpoint'")
    .optional()
    .describe(
      "The model that judges: 'provider:/model' or 'gateway:/endpoint'; else the one that judges by default.",
    ),
  inference_params: inferenceParameters,
});

export type JudgeParameters = z.output<typeof judgeParameters>;
