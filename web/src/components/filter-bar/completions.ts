import type { FilterContext } from './filter-context.ts';
import { fieldsOf, findField, keyedFieldsOf, openersOf, type FilterScope } from './filter-fields.ts';

export interface Completion {
  /** What stands in the list. */
  readonly label: string;
  readonly hint: string;
  /** What replaces the word at the cursor. */
  readonly insert: string;
}

/** A question to GET /api/v1/suggestions whose answers are completions too. */
export interface SuggestionNeed {
  readonly field: string;
  readonly prefix: string;
  readonly toCompletion: (value: string) => Completion;
}

const MOST = 12;
const COMPARATOR_HINTS: Readonly<Record<string, string>> = {
  '=': 'equals',
  '!=': 'is other than',
  IN: 'one of a list',
  'NOT IN': 'none of a list',
  LIKE: 'pattern with % and _',
  ILIKE: 'pattern, any case',
  RLIKE: 'regular expression',
  MATCH: 'has all these words',
  'IS NULL': 'is not set',
  'IS NOT NULL': 'is set',
};

/** Completions that need no server, the likeliest first. */
export function completionsAt(context: FilterContext): Completion[] {
  return candidates(context)
    .filter(({ label }) => isBegunBy(label, context.typed))
    .slice(0, MOST);
}

function candidates(context: FilterContext): Completion[] {
  switch (context.expects) {
    case 'operand':
      return operands(context.scope);
    case 'comparator':
      return comparators(context);
    case 'value':
      return values(context);
    case 'junction':
      return junctions(context);
  }
}

function operands(scope: FilterScope): Completion[] {
  const [first = [], rest = []] = split(
    fieldsOf(scope).map(({ name, hint }) => ({ label: name, hint, insert: `${name} ` })),
  );
  const keyed = keyedFieldsOf(scope).map(({ name, hint }) => ({
    label: `${name}.`,
    hint,
    insert: `${name}.`,
  }));
  const openers = openersOf(scope).map(([name, hint]) => ({ label: `${name}(…)`, hint, insert: `${name}(` }));
  return [...first, ...keyed, ...openers, ...rest, { label: 'NOT', hint: 'the contrary', insert: 'NOT ' }];
}

/** The asked most, and those that are listed after everything else. */
function split(completions: Completion[]): Completion[][] {
  const usual = 8;
  return [completions.slice(0, usual), completions.slice(usual)];
}

function comparators({ scope, field }: FilterContext): Completion[] {
  const known = findField(scope, field)?.comparators ?? [];
  return known.map((comparator) => ({
    label: comparator,
    hint: COMPARATOR_HINTS[comparator] ?? '',
    insert: comparator.endsWith('IN') ? `${comparator} (` : `${comparator} `,
  }));
}

function values({ scope, field, isListed }: FilterContext): Completion[] {
  const known = findField(scope, field)?.values ?? [];
  return known.map((value) => ({ label: value, hint: '', insert: isListed ? value : `${value} ` }));
}

function junctions({ isListed, depth }: FilterContext): Completion[] {
  if (isListed) {
    return [
      { label: ',', hint: 'another value', insert: ', ' },
      { label: ')', hint: 'end of the list', insert: ') ' },
    ];
  }
  return [
    { label: 'AND', hint: 'both', insert: 'AND ' },
    { label: 'OR', hint: 'either', insert: 'OR ' },
    ...(depth > 0 ? [{ label: ')', hint: 'end of the bracket', insert: ') ' }] : []),
  ];
}

/** What the server may know about the word at the cursor; undefined where it knows nothing. */
export function suggestionNeedAt(context: FilterContext): SuggestionNeed | undefined {
  const { expects, scope, field, typed, isListed } = context;
  if (expects === 'operand') return keysNeed(scope, typed);
  const suggestedBy = expects === 'value' ? findField(scope, field)?.suggestedBy : undefined;
  if (suggestedBy === undefined) return undefined;
  return {
    field: suggestedBy,
    prefix: typed.replace(/^['"]/, ''),
    toCompletion: (value) => {
      const literal = `'${value.replaceAll("'", "''")}'`;
      return { label: value, hint: '', insert: isListed ? literal : `${literal} ` };
    },
  };
}

function keysNeed(scope: FilterScope, typed: string): SuggestionNeed | undefined {
  const isSpanField = scope === 'trace' && typed.startsWith('span.');
  const path = isSpanField ? typed.slice('span.'.length) : typed;
  const dot = path.indexOf('.');
  const entry = keyedFieldsOf(isSpanField ? 'span' : scope).find(({ name }) => name === path.slice(0, dot));
  if (dot < 0 || entry === undefined) return undefined;
  const lead = typed.slice(0, typed.length - path.length + dot + 1);
  return {
    field: entry.keysBy,
    prefix: path.slice(dot + 1).replaceAll('`', ''),
    toCompletion: (key) => {
      const whole = `${lead}${quoteKey(key)}`;
      return { label: whole, hint: entry.hint, insert: `${whole} ` };
    },
  };
}

/** In backticks where the grammar asks for it. */
function quoteKey(key: string): string {
  return /^[\p{L}\p{N}_\-/:@$#.]+$/u.test(key) ? key : `\`${key}\``;
}

function isBegunBy(label: string, typed: string): boolean {
  const bare = typed.replace(/^['"]/, '').toLowerCase();
  return label.replace(/^'/, '').toLowerCase().startsWith(bare) && label.toLowerCase() !== bare;
}

/** The text with a completion in it, and where the cursor goes. */
export function complete(
  text: string,
  { start, end }: FilterContext,
  insert: string,
): { text: string; cursor: number } {
  const rest = text.slice(end);
  const joined = insert.endsWith(' ') && rest.startsWith(' ') ? insert.trimEnd() : insert;
  const lead = needsSpace(text.slice(0, start), insert) ? ' ' : '';
  return {
    text: `${text.slice(0, start)}${lead}${joined}${rest}`,
    cursor: start + lead.length + insert.length,
  };
}

function needsSpace(before: string, insert: string): boolean {
  return before !== '' && !/[\s(.]$/.test(before) && !/^[,)]/.test(insert);
}

const PLAIN_WORDS = /^[\p{L}\p{N}_\-\s.?]+$/u;
const ID = /^(?:tr-)?[0-9a-f]{16,32}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Words typed without quotes mean a search for them; anything else is left as it is. */
export function asFilter(text: string): string {
  const trimmed = text.trim();
  const isWords = PLAIN_WORDS.test(trimmed) && !ID.test(trimmed);
  const hasGrammar = /\b(?:IS (?:NOT )?NULL|IN|LIKE|ILIKE|RLIKE|MATCH|NOT|AND|OR)\b/.test(trimmed);
  return isWords && !hasGrammar ? `'${trimmed}'` : trimmed;
}
