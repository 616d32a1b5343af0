import type { TraceEntry } from '../trace/trace-entry.ts';
import type { Assessment, AssessmentUpdate } from './assessment.ts';
import { assessmentText, parseAssessment, parseContentOf, storedContent } from './assessment-text.ts';

/** What is said of an assessment after it was made: one entry a field, so that concurrent updates lose nothing of each other. */
export interface AssessmentEntry {
  readonly kind: 'assessment' | 'assessment-change';
  /** Of `assessment` its id, of `assessment-change` `<id>/<field>`. */
  readonly key: string;
  /** JSON text; absent: taken back. */
  readonly value?: string;
}

const METADATA = 'metadata/';

/** The entry that makes an assessment, or tells one told before once more. */
export function assessmentEntry(assessment: Assessment): AssessmentEntry {
  return { kind: 'assessment', key: assessment.id, value: assessmentText(assessment) };
}

/** One for each field that the update names. */
export function assessmentChanges(
  id: string,
  update: AssessmentUpdate,
  updatedAt: number,
): AssessmentEntry[] {
  const { name, content, rationale, metadata, isValid } = update;
  const change = (field: string, value: unknown): AssessmentEntry[] =>
    value === undefined
      ? []
      : [{ kind: 'assessment-change', key: `${id}/${field}`, value: JSON.stringify(value) }];
  return [
    ...change('name', name),
    ...change('content', content && storedContent(content)),
    ...change('rationale', rationale),
    ...change('valid', isValid),
    ...[...(metadata ?? [])].flatMap(([key, value]) => change(`${METADATA}${key}`, value)),
    ...change('updated', updatedAt),
  ];
}

/** Takes the assessment back with all that was said of it. */
export function assessmentRemoval({ id, metadata }: Assessment): AssessmentEntry[] {
  const fields = ['name', 'content', 'rationale', 'valid', 'updated'];
  const keys = [...fields, ...[...metadata.keys()].map((key) => `${METADATA}${key}`)];
  return [
    { kind: 'assessment', key: id },
    ...keys.map((field) => ({ kind: 'assessment-change' as const, key: `${id}/${field}` })),
  ];
}

/**
 * The stored form of each assessment of a trace by id, in the order they were told, with what was said of it since. One that
 * another overrides is invalid for as long as that one stands, so nothing is written to it and nothing must be restored.
 */
export function foldAssessments(entries: Iterable<TraceEntry>): Map<string, string> {
  const told: { readonly id: string; readonly text: string; readonly sequence: bigint }[] = [];
  const changes = new Map<string, Map<string, string>>();
  for (const { kind, key, value, sequence } of entries) {
    if (value === undefined) continue;
    if (kind === 'assessment') told.push({ id: key, text: value, sequence });
    else if (kind === 'assessment-change') addChange(changes, key, value);
  }
  told.sort((a, b) => (a.sequence === b.sequence ? order(a.id, b.id) : order(a.sequence, b.sequence)));
  const overridden = new Set(told.map(({ text }) => overriddenBy(text)));
  const folded = new Map<string, string>();
  for (const { id, text } of told) {
    const changed = changes.get(id);
    folded.set(id, changed || overridden.has(id) ? fold(text, changed, overridden.has(id)) : text);
  }
  return folded;
}

/** What the assessment is once the update has reached it. */
export function withUpdate(assessment: Assessment, update: AssessmentUpdate, updatedAt: number): Assessment {
  return {
    ...assessment,
    name: update.name ?? assessment.name,
    content: update.content ?? assessment.content,
    rationale: update.rationale ?? assessment.rationale,
    isValid: update.isValid ?? assessment.isValid,
    metadata: new Map([...assessment.metadata, ...(update.metadata ?? [])]),
    updatedAt,
  };
}

function addChange(changes: Map<string, Map<string, string>>, key: string, value: string): void {
  const slash = key.indexOf('/');
  const id = key.slice(0, slash);
  const fields = changes.get(id) ?? new Map<string, string>();
  changes.set(id, fields.set(key.slice(slash + 1), value));
}

function overriddenBy(text: string): string | undefined {
  return text.includes('"overrides"') ? parseAssessment(text)?.overrides : undefined;
}

/** A text that is no assessment stays as it is. */
function fold(text: string, changed: ReadonlyMap<string, string> | undefined, isOverridden: boolean): string {
  const assessment = parseAssessment(text);
  if (!assessment) return text;
  const updated = changed ? applyChanges(assessment, changed) : assessment;
  return assessmentText(isOverridden ? { ...updated, isValid: false } : updated);
}

/** Metadata keys in an order of their own: that of the entries is not told. */
function applyChanges(assessment: Assessment, changed: ReadonlyMap<string, string>): Assessment {
  const read = (field: string): unknown => parse(changed.get(field));
  const content = parseContentOf((read('content') ?? {}) as Readonly<Record<string, unknown>>);
  const metadata = [...changed.keys()]
    .filter((field) => field.startsWith(METADATA))
    .sort(order)
    .map((field) => [field.slice(METADATA.length), String(read(field))] as const);
  const update = {
    name: textOf(read('name')),
    content: content?.kind === assessment.content.kind ? content : undefined,
    rationale: textOf(read('rationale')),
    metadata: new Map(metadata),
    isValid: read('valid') === undefined ? undefined : read('valid') === true,
  };
  const updatedAt = read('updated');
  return withUpdate(assessment, update, typeof updatedAt === 'number' ? updatedAt : assessment.updatedAt);
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function order<Value extends string | bigint>(a: Value, b: Value): number {
  return a < b ? -1 : Number(a > b);
}
