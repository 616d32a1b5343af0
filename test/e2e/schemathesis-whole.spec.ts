import { describeSchemathesis } from '../support/fuzzing/describe-schemathesis.ts';

describeSchemathesis({ phases: 'examples,coverage,fuzzing,stateful', examples: 50, timeoutMs: 1_500_000 });
