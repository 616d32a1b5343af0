export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly problems: readonly string[];
}
export function countVitest(report: unknown, exitCode: number | null): TestCount;
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly isSecondTry?: boolean;
    }[];
  }[];
}
export function failedFiles(report: TestReport): string[];
export function withSecondRun(first: TestReport, second: TestReport | undefined): TestReport;
export function totalOf(counts: readonly Pick<TestCount, 'passed' | 'failed'>[]): {
  readonly passed: number;
  readonly failed: number;
};
export function countCheck(exitCode: number | null): TestCount;
export function chooseSuites(all: readonly string[], asked: readonly string[]): readonly string[];
