/** Addresses that the MLflow client prints and puts into notebooks, and what they are here. */
const MOVED: readonly (readonly [RegExp, (groups: Record<string, string>) => string])[] = [
  [
    /^#\/experiments\/(?<experiment>\d+)\/traces\?.*selectedEvaluationId=(?<trace>[\w-]+)/,
    ({ experiment, trace }) => `/experiments/${experiment}/traces/${trace}`,
  ],
  [
    /^#\/experiments\/(?<experiment>\d+)\/runs\/(?<run>\w+)/,
    ({ experiment, run }) => `/experiments/${experiment}/runs/${run}`,
  ],
  [
    /^#\/experiments\/(?<experiment>\d+)\/evaluation-runs\?.*selectedRunUuid=(?<run>\w+)/,
    ({ experiment, run }) => `/experiments/${experiment}/runs/${run}`,
  ],
  [
    /^#\/experiments\/(?<experiment>\d+)\/models\/(?<model>[\w-]+)/,
    ({ experiment, model }) => `/experiments/${experiment}/versions/${model}`,
  ],
  [/^#\/experiments\/(?<experiment>\d+)\/traces/, ({ experiment }) => `/experiments/${experiment}/traces`],
  [/^#\/experiments\/(?<experiment>\d+)/, ({ experiment }) => `/experiments/${experiment}`],
  [/^#\/prompts\/(?<prompt>[^/?]+)/, ({ prompt }) => `/prompts/${prompt}`],
  [/^#\/prompts/, () => '/prompts'],
];

/** Our address for one of MLflow's web UI, which keeps its own behind a `#`; undefined for anything else. */
export function fromMlflowAddress(hash: string): string | undefined {
  for (const [pattern, address] of MOVED) {
    const groups = pattern.exec(hash)?.groups;
    if (groups !== undefined) return address(groups);
  }
  return undefined;
}
