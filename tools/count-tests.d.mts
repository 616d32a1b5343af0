export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly problems: readonly string[];
}
export function countVitest(report: unknown, exitCode: number | null): TestCount;
export function totalOf(counts: readonly Pick<TestCount, 'passed' | 'failed'>[]): {
  readonly passed: number;
  readonly failed: number;
};
export function countCheck(exitCode: number | null): TestCount;
export function chooseSuites(all: readonly string[], asked: readonly string[]): readonly string[];
