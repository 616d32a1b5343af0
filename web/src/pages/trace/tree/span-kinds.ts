import {
  IconArrowsSort,
  IconBinaryTree,
  IconBracketsContain,
  IconDatabaseSearch,
  IconGauge,
  IconLink,
  IconPoint,
  IconRobot,
  IconShieldCheck,
  IconSparkles,
  IconStack2,
  IconTool,
  IconVector,
  type Icon,
} from '@tabler/icons-react';

export interface SpanKind {
  readonly icon: Icon;
  /** A token of tokens.css. */
  readonly color: string;
}

const OTHER: SpanKind = { icon: IconPoint, color: 'var(--span-other)' };
const LLM: SpanKind = { icon: IconSparkles, color: 'var(--span-llm)' };
const STEPS: SpanKind = { icon: IconLink, color: 'var(--span-chain)' };

/** By type as MLflow names them; a type of a client's own is shown as other. */
const KINDS: Readonly<Record<string, SpanKind>> = {
  LLM,
  CHAT_MODEL: LLM,
  AGENT: { icon: IconRobot, color: 'var(--span-agent)' },
  WORKFLOW: { icon: IconBinaryTree, color: 'var(--span-agent)' },
  TOOL: { icon: IconTool, color: 'var(--span-tool)' },
  RETRIEVER: { icon: IconDatabaseSearch, color: 'var(--span-retriever)' },
  RERANKER: { icon: IconArrowsSort, color: 'var(--span-retriever)' },
  EMBEDDING: { icon: IconVector, color: 'var(--span-embedding)' },
  MEMORY: { icon: IconStack2, color: 'var(--span-embedding)' },
  CHAIN: STEPS,
  TASK: STEPS,
  PARSER: { icon: IconBracketsContain, color: 'var(--span-chain)' },
  GUARDRAIL: { icon: IconShieldCheck, color: 'var(--span-tool)' },
  EVALUATOR: { icon: IconGauge, color: 'var(--span-agent)' },
};

export function spanKind(type: string): SpanKind {
  return Object.hasOwn(KINDS, type) ? (KINDS[type] ?? OTHER) : OTHER;
}
