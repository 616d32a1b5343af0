/** Well-known personal data and secrets that a rule may look for. */
export const PII_KINDS = [
  'email',
  'phone',
  'credit_card',
  'iban',
  'ip_address',
  'us_ssn',
  'api_key',
  'bearer_token',
  'url_password',
] as const;
export type PiiKind = (typeof PII_KINDS)[number];

/** What a rule looks for. `pattern`: RE2 syntax. `key`: globs over attribute and JSON keys, whose values are masked whole. */
export type MaskingTarget =
  | { readonly kind: 'pattern'; readonly pattern: string; readonly ignoresCase: boolean }
  | { readonly kind: 'key'; readonly keys: readonly string[] }
  | { readonly kind: 'pii'; readonly pii: readonly PiiKind[] };

/** What of an experiment's traces is never stored, and what stands in its place. */
export interface MaskingRule {
  /** Unique in its experiment. */
  readonly name: string;
  readonly target: MaskingTarget;
  /** `hash`: equal values stay equal, so that they can be counted and joined. */
  readonly action: 'text' | 'hash';
  /** What stands in the place of the value; absent: `[masked:<name>]`. */
  readonly text?: string | undefined;
  /** Whether names are looked at too: of spans, events, scopes, attributes, tags. */
  readonly masksNames: boolean;
}

/** A hash that only the workspace can make, as at least 64 bits in lower-case hex. */
export type HashText = (text: string) => string;

/** How often each rule masked something, by its name. */
export type MaskingCounts = ReadonlyMap<string, number>;
