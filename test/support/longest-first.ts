import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take minutes; the last to begin decides when a suite ends. Without times of an earlier run Vitest goes by the size of a file. */
const LONG = [
  /python-\w+\.spec/,
  /\/schemathesis\.spec/,
  /mlflow-ui/,
  /conformance\/files/,
  /daily-schedule/,
  /\/evaluations\.spec/,
  /online-scoring/,
  /forwarding/,
  /alerts/,
  /e2e\/start\.spec/,
  /judge-killed/,
  /faults\/distributed/,
  /two-of-each/,
];

/** The files that take long begin first, also on a fresh clone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((pattern) => pattern.test(moduleId));
      return place === -1 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
