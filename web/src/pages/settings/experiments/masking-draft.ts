import type { Schemas } from '../../../api/client.ts';

type Rule = Schemas['MaskingRule'];

/** A rule while it is worked on: it keeps what was given of each kind. */
export interface MaskingDraft {
  /** Stays while the name is changed. */
  readonly id: number;
  readonly name: string;
  readonly kind: Rule['kind'];
  readonly pattern: string;
  readonly ignoreCase: boolean;
  readonly keys: readonly string[];
  readonly pii: readonly string[];
  readonly action: Rule['action'];
  readonly text: string | undefined;
  readonly masksNames: boolean;
}

export const PII_LABELS = {
  email: 'E-mail addresses',
  phone: 'Phone numbers',
  credit_card: 'Credit card numbers',
  iban: 'Bank accounts (IBAN)',
  ip_address: 'IP addresses',
  us_ssn: 'US social security numbers',
  api_key: 'API keys, tokens, private keys',
  bearer_token: 'Bearer and basic credentials',
  url_password: 'Passwords in URLs',
} as const;
export type PiiKind = keyof typeof PII_LABELS;

const USUAL_KEYS = ['password', 'passwd', 'secret', 'api_key', 'apikey', 'authorization', '*token'];
const USUAL_NAMES: Readonly<Record<Rule['kind'], string>> = {
  pii: 'personal',
  key: 'secrets',
  pattern: 'pattern',
};

/** A new rule whose name is not taken. */
export function newDraft(kind: Rule['kind'], others: readonly MaskingDraft[]): MaskingDraft {
  const names = new Set(others.map(({ name }) => name));
  let name = USUAL_NAMES[kind];
  for (let number = 2; names.has(name); number += 1) name = `${USUAL_NAMES[kind]}-${number}`;
  return {
    id: Math.max(0, ...others.map(({ id }) => id)) + 1,
    name,
    kind,
    pattern: '',
    ignoreCase: false,
    keys: kind === 'key' ? USUAL_KEYS : [],
    pii: kind === 'pii' ? ['email', 'phone', 'credit_card', 'api_key'] : [],
    action: 'text',
    text: undefined,
    masksNames: kind !== 'pattern',
  };
}

export function toDraft(rule: Rule, id: number): MaskingDraft {
  return {
    id,
    name: rule.name,
    kind: rule.kind,
    pattern: rule.pattern ?? '',
    ignoreCase: rule.ignore_case ?? false,
    keys: rule.keys ?? [],
    pii: rule.pii ?? [],
    action: rule.action,
    text: rule.text,
    masksNames: rule.mask_names,
  };
}

/** As the server takes it: only what belongs to the kind. */
export function toRule(draft: MaskingDraft) {
  const { name, kind, pattern, ignoreCase, keys, pii, action, text, masksNames } = draft;
  return {
    name,
    kind,
    action,
    mask_names: masksNames,
    ignore_case: kind === 'pattern' && ignoreCase,
    ...(kind === 'pattern' && { pattern }),
    ...(kind === 'key' && { keys: [...keys] }),
    ...(kind === 'pii' && { pii: pii.filter((each): each is PiiKind => each in PII_LABELS) }),
    ...(action === 'text' && text !== undefined && { text }),
  };
}
