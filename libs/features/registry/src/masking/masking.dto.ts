import { ApiProperty } from '@nestjs/swagger';
import type { MaskingSetting } from '@millrace/access';
import { PII_KINDS, type MaskingCounts, type MaskingRule, type MaskingTarget } from '@millrace/masking';
import { z } from 'zod';

const MOST_RULES = 50;
const LONGEST_TEXT = 100_000;
/** It stands in what replaces a value, so it holds nothing that JSON or a rule would trip over. */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

const maskingRuleBody = z
  .strictObject({
    name: z
      .string()
      .regex(NAME, "must be a letter and up to 63 letters, digits, '_', '-' and '.'")
      .describe('Unique in the experiment; counts are told under it'),
    kind: z
      .enum(['pattern', 'key', 'pii'])
      .describe(
        'What is looked for: a regular expression, values of keys, or well-known personal data and secrets',
      ),
    pattern: z.string().min(1).max(1000).optional().describe('Of a pattern: in RE2 syntax'),
    ignore_case: z.boolean().default(false).describe('Of a pattern'),
    keys: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(100)
      .optional()
      .describe(
        'Of keys: attributes and keys in JSON whose values are masked whole; * and ? stand for anything, case does not matter',
      ),
    pii: z
      .array(z.enum(PII_KINDS))
      .min(1)
      .max(PII_KINDS.length)
      .optional()
      .describe('Of well-known data: its kinds'),
    action: z
      .enum(['text', 'hash'])
      .default('text')
      .describe('hash: equal values stay equal, under a key that only the workspace has'),
    text: z.string().max(200).optional().describe('What stands in the place; [masked:<name>] when absent'),
    mask_names: z
      .boolean()
      .optional()
      .describe(
        'Whether names of spans, events, scopes, attributes and tags are looked at; true when absent, but for a pattern',
      ),
  })
  .superRefine((rule, context) => {
    for (const [field, kind] of [
      ['pattern', 'pattern'],
      ['keys', 'key'],
      ['pii', 'pii'],
    ] as const) {
      const isGiven = rule[field] !== undefined;
      if (isGiven === (rule.kind === kind)) continue;
      const message = isGiven
        ? `belongs to rules of the kind ${kind}`
        : `is what a rule of the kind ${kind} needs`;
      context.addIssue({ code: 'custom', path: [field], message });
    }
    if (rule.action === 'hash' && rule.text !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['text'],
        message: 'a hash stands in the place already; leave it out',
      });
  });
type MaskingRuleBody = z.output<typeof maskingRuleBody>;

const rules = z
  .array(maskingRuleBody)
  .max(MOST_RULES)
  .superRefine((list, context) => {
    const names = new Set<string>();
    list.forEach(({ name }, index) => {
      if (names.has(name))
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `'${name}' is the name of another rule`,
        });
      names.add(name);
    });
  })
  .describe('What several of them find in one place is masked by the first');

export const putMaskingRulesBody = z.strictObject({ rules });
export type PutMaskingRulesBody = z.output<typeof putMaskingRulesBody>;

export const tryMaskingRulesBody = z.strictObject({
  text: z.string().max(LONGEST_TEXT).describe('Looked at as the value of an attribute is, JSON included'),
  key: z.string().max(1000).optional().describe('The key that it stands under'),
  rules: rules.optional().describe('Those that are set when absent'),
});
export type TryMaskingRulesBody = z.output<typeof tryMaskingRulesBody>;

export class MaskingRuleDto {
  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String, enum: ['pattern', 'key', 'pii'] })
  readonly kind: MaskingTarget['kind'];

  @ApiProperty({ type: String, required: false, description: 'Of a pattern: in RE2 syntax' })
  readonly pattern: string | undefined;

  @ApiProperty({ type: Boolean, required: false })
  readonly ignore_case: boolean | undefined;

  @ApiProperty({ type: [String], required: false, description: 'Globs over keys' })
  readonly keys: readonly string[] | undefined;

  @ApiProperty({ type: [String], enum: PII_KINDS, required: false })
  readonly pii: readonly string[] | undefined;

  @ApiProperty({ type: String, enum: ['text', 'hash'] })
  readonly action: MaskingRule['action'];

  @ApiProperty({ type: String, required: false })
  readonly text: string | undefined;

  @ApiProperty({ type: Boolean })
  readonly mask_names: boolean;

  constructor({ name, target, action, text, masksNames }: MaskingRule) {
    this.name = name;
    this.kind = target.kind;
    this.pattern = target.kind === 'pattern' ? target.pattern : undefined;
    this.ignore_case = target.kind === 'pattern' ? target.ignoresCase : undefined;
    this.keys = target.kind === 'key' ? target.keys : undefined;
    this.pii = target.kind === 'pii' ? target.pii : undefined;
    this.action = action;
    this.text = text;
    this.mask_names = masksNames;
  }
}

/** What is never stored of an experiment. */
export class MaskingRulesDto {
  @ApiProperty({ type: [MaskingRuleDto] })
  readonly rules: readonly MaskingRuleDto[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'Absent: none were ever set',
  })
  readonly last_update_time: string | undefined;

  constructor(setting: MaskingSetting | undefined) {
    this.rules = (setting?.rules ?? []).map((rule) => new MaskingRuleDto(rule));
    this.last_update_time = setting && new Date(setting.lastUpdateTime).toISOString();
  }
}

/** What would be stored of a text. */
export class MaskedTextDto {
  @ApiProperty({ type: String })
  readonly text: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How often each rule masked something, by its name',
  })
  readonly counts: Readonly<Record<string, number>>;

  constructor(text: string, counts: MaskingCounts) {
    this.text = text;
    this.counts = Object.fromEntries(counts);
  }
}

export function toMaskingRule(body: MaskingRuleBody): MaskingRule {
  const { name, action, text, mask_names: masksNames = body.kind !== 'pattern' } = body;
  return { name, target: toTarget(body), action, ...(text !== undefined && { text }), masksNames };
}

/** The schema has checked that each kind has what it needs. */
function toTarget({
  kind,
  pattern = '',
  ignore_case: ignoresCase,
  keys = [],
  pii = [],
}: MaskingRuleBody): MaskingTarget {
  if (kind === 'pattern') return { kind, pattern, ignoresCase };
  return kind === 'key' ? { kind, keys } : { kind, pii };
}
