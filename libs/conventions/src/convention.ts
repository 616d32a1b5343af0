import type { OtlpSpan } from '@millrace/domain';

/** What one attribute can say by itself. */
export type TextTarget = 'model' | 'provider' | 'sessionId' | 'userId' | 'messageFormat';
export type PayloadTarget = 'inputs' | 'outputs';

/** Token counts as conventions report them: unlike `TokenUsage`, they may overlap. */
export const TOKEN_COUNTS = ['input', 'output', 'cacheRead', 'cacheWrite', 'reasoning', 'total'] as const;
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
  readonly payloads?: Readonly<Partial<Record<PayloadTarget, readonly string[]>>>;
  readonly tokens?: TokenTable;
  /** One attribute with all counts in it, a map or its JSON text. */
  readonly usage?: { readonly key: string; readonly fields: Readonly<Record<string, TokenCount>> };
  /**
   * JSON or plain text of a payload that no single attribute holds: spread over indexed attributes, or in events. Only asked
   * when the span has an attribute of this convention and no convention's `payloads` matched.
   */
  readonly assemble?: (span: OtlpSpan, target: PayloadTarget) => string | undefined;
}

export interface TokenTable {
  readonly counts: Readonly<Partial<Record<TokenCount, readonly string[]>>>;
  /**
   * Keys of cache counts that were written before the convention said whether `input` includes them; for these the provider's
   * own habit decides.
   */
  readonly unspecifiedCacheKeys?: readonly string[];
}
