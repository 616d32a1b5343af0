import { describeSchemathesis } from '../support/fuzzing/describe-schemathesis.ts';

/** All phases, with more of each: npm test -- long. */
describeSchemathesis({ phases: 'fuzzing', examples: 5, timeoutMs: 240_000 });
