import { z } from 'zod';

/** As MLflow's data sets name what an answer should say. */
export const EXPECTED_RESPONSE = 'expected_response';

export const expectationName = z
  .string()
  .min(1)
  .default(EXPECTED_RESPONSE)
  .describe('Name of the expectation that holds the right answer.');
