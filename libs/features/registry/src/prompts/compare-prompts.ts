import { diffLines } from 'diff';
import { findVariables, type ModelVersion } from '@millrace/registered-models';
import { renderTemplate } from './render-template.ts';

/** Lines that two templates share, or that one of them has. */
export interface TemplateChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface PromptComparison {
  readonly template: readonly TemplateChange[];
  readonly variablesAdded: readonly string[];
  readonly variablesRemoved: readonly string[];
  readonly isResponseFormatChanged: boolean;
  readonly isModelConfigChanged: boolean;
}

/** Templates may be long and have nothing in common, which takes the algorithm quadratic time. */
const LONGEST_MS = 200;

/** What changed from one version of a prompt to another. */
export function comparePrompts(from: ModelVersion, to: ModelVersion): PromptComparison {
  const [before, after] = [from, to].map(({ templateKind, template }) =>
    renderTemplate(templateKind, template ?? ''),
  );
  const [known, found] = [findVariables(from.template ?? ''), findVariables(to.template ?? '')];
  return {
    template: compareTexts(before ?? '', after ?? ''),
    variablesAdded: found.filter((name) => !known.includes(name)),
    variablesRemoved: known.filter((name) => !found.includes(name)),
    isResponseFormatChanged: from.responseFormat !== to.responseFormat,
    isModelConfigChanged: from.modelConfig !== to.modelConfig,
  };
}

/** Together the same and removed lines are `before`, the same and added ones `after`. */
function compareTexts(before: string, after: string): TemplateChange[] {
  const changes = diffLines(before, after, { timeout: LONGEST_MS });
  const all: readonly { value: string; removed?: boolean; added?: boolean }[] = changes ?? [
    { value: before, removed: true },
    { value: after, added: true },
  ];
  return all
    .filter(({ value }) => value !== '')
    .map(({ value: text, removed, added }) => ({
      kind: removed === true ? 'removed' : added === true ? 'added' : 'same',
      text,
    }));
}
