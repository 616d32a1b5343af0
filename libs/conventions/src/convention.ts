import type { OtlpSpan, SpanPayload } from '@millrace/domain';

/** What one attribute can say by itself. */
export type TextTarget =
  | 'model'
  | 'provider'
  | 'sessionId'
  | 'userId'
  | 'messageFormat'
  | 'promptName'
  | 'promptVersion'
  | 'loggedModel';
export type PayloadTarget = 'inputs' | 'outputs';

/** Token counts as conventions report them: unlike `TokenUsage`, they may overlap. */
export const TOKEN_COUNTS = [
  'input',
  'output',
  'cacheRead',
  'cacheWrite',
  'reasoning',
  'inputAudio',
  'outputAudio',
  'total',
] as const;
export type TokenCount = (typeof TOKEN_COUNTS)[number];

/** How an attribute names the span type. */
export interface TypeRule {
  readonly key: string;
  /**
   * Span type by the attribute's value; other values say nothing. `as-is` takes the value for the type, `{ always }` takes the
   * attribute's mere presence for one.
   */
  readonly types: ReadonlyMap<string, string> | 'as-is' | { readonly always: string };
}

/** How a family of libraries writes spans: tables of attribute keys, in each list the best first. */
export interface Convention {
  /** The name of its folder. */
  readonly name: string;
  /** Where its attributes are specified. */
  readonly spec: string;
  readonly types?: readonly TypeRule[];
  readonly texts?: Readonly<Partial<Record<TextTarget, readonly string[]>>>;
  /** Texts that stand for none. */
  readonly unset?: readonly string[];
  /** How a provider this convention names is called in gen_ai's words; undefined for what is no provider. */
  readonly providerName?: (name: string) => string | undefined;
  /** How to render inputs that this convention's attributes hold. */
  readonly messageFormat?: string;
  readonly payloads?: Readonly<Partial<Record<PayloadTarget | 'tools' | 'documents', readonly string[]>>>;
  /** Values of `payloads` that say nothing: its libraries fill attributes with them. */
  readonly blanks?: readonly string[];
  /** Attributes with the prompts used: a list of objects with `name` and `version`, or its JSON. */
  readonly promptLists?: readonly string[];
  readonly timeToFirstToken?: readonly FirstTokenRule[];
  readonly tags?: TagTable;
  /** Keys that say nothing by themselves, but that this convention is at work: `assemble` is asked. */
  readonly marks?: readonly string[];
  readonly tokens?: TokenTable;
  readonly usage?: UsageTable | readonly UsageTable[];
  /**
   * JSON or plain text of a payload that no single attribute holds: spread over indexed attributes, or in events. Only asked
   * when the span has an attribute of this convention and no convention's `payloads` matched.
   */
  readonly assemble?: (span: OtlpSpan, target: PayloadTarget) => SpanPayload | string | undefined;
}

/** One attribute with all counts in it, a map or its JSON text. */
export interface UsageTable {
  readonly key: string;
  /** `a.b` is field `b` of the map in field `a`. */
  readonly fields: Readonly<Record<string, TokenCount>>;
  /** Fields whose count leaves out what the details count; the other fields' may include it. */
  readonly apart?: readonly string[];
  /** The provider's own counts, in a table of details only: its habit decides whether a sum includes them. */
  readonly isProviders?: boolean;
  /** Only a text with this in it is parsed: the attribute holds much else. */
  readonly contains?: string;
}

export interface FirstTokenRule {
  readonly key: string;
  /** A duration in seconds or milliseconds, or the time at which the token came, as text. */
  readonly unit: 's' | 'ms' | 'time';
}

/** What a span says about its whole trace. */
export interface TagTable {
  /** Attributes with labels, each a tag `<label>` = `true`: a list, the JSON of one, or one label. */
  readonly labels?: readonly string[];
  /** Between the labels of one text. */
  readonly separator?: string;
  /**
   * `<prefix><tag>` = value, unless a rule of this convention reads the key. Only looked for on spans that have another attribute
   * of this convention.
   */
  readonly prefixes?: readonly string[];
  /** How tags begin that its libraries set for themselves. */
  readonly hidden?: readonly string[];
}

export interface TokenTable {
  readonly counts: Readonly<Partial<Record<TokenCount, readonly string[]>>>;
  /**
   * Keys of cache counts that were written before the convention said whether `input` includes them; for these the provider's
   * own habit decides.
   */
  readonly unspecifiedCacheKeys?: readonly string[];
}
