import type { Finding } from '@millrace/domain';

/** One line a finding, and one that counts them. */
export function reportText(findings: readonly Finding[]): string {
  const lines = findings.map(({ state, subject, says }) => `${state.padEnd(8)} ${subject}: ${says}`);
  const count = (state: Finding['state']): number => findings.filter((each) => each.state === state).length;
  return [...lines, `${count('ok')} ok, ${count('warning')} warnings, ${count('wrong')} wrong`].join('\n');
}

export function reportJson(findings: readonly Finding[]): string {
  return JSON.stringify({ findings, is_right: !isAnyWrong(findings) }, undefined, 1);
}

export function isAnyWrong(findings: readonly Finding[]): boolean {
  return findings.some(({ state }) => state === 'wrong');
}
