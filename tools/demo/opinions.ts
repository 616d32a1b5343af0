import type { components } from '@millrace/api-client';
import type { AgentTask } from './agent-trace.ts';
import type { ChatTurn } from './chat-trace.ts';
import type { Random } from './random.ts';
import type { PlannedTrace } from './traffic.ts';

export interface Opinion {
  readonly traceId: string;
  readonly body: components['schemas']['CreateAssessmentBody'];
}

type Said = Pick<Opinion['body'], 'name' | 'value' | 'rationale'>;

const JUDGE = {
  kind: 'feedback',
  source: { type: 'judge', id: 'demo data (no model was asked)' },
  metadata: { 'millrace.demo': 'written by npm run demo; no model was asked' },
} as const;

const COMPLAINTS = [
  'Too long, I gave up reading',
  'That is not what your website says',
  'I wanted a yes or a no',
  'It does not say where this comes from',
] as const;

/** What people and judges said of the traces, and what the right answers are. */
export function planOpinions(traffic: readonly PlannedTrace[], random: Random): readonly Opinion[] {
  const answered = traffic.filter(
    (planned) => planned.kind === 'chat' && planned.outcome.startsWith('answered'),
  );
  const turns = answered as readonly ChatTurn[];
  return [
    ...turns.flatMap((turn) => aboutTurn(turn, random)),
    ...traffic.flatMap((planned) => (planned.kind === 'agent' ? aboutTask(planned, random) : [])),
    ...goldenTurns(turns).map((turn) => expectation(turn)),
  ];
}

/** The first good answer to every question: the data set is made of them. */
export function goldenTurns(turns: readonly PlannedTrace[]): readonly ChatTurn[] {
  const byTopic = new Map<string, ChatTurn>();
  for (const turn of turns) {
    if (turn.kind !== 'chat' || turn.outcome !== 'answered' || turn.isMistaken) continue;
    if (turn.promptVersion === 2 && !byTopic.has(turn.topic.article)) byTopic.set(turn.topic.article, turn);
  }
  return [...byTopic.values()];
}

function aboutTurn(turn: ChatTurn, random: Random): readonly Opinion[] {
  const { topic, isMistaken, promptVersion } = turn;
  const isJudged = random.isTrue(0.3);
  const isFound = isMistaken !== random.isTrue(0.06);
  const opinions: (Opinion | false)[] = [
    isJudged &&
      verdict(turn, {
        name: 'correctness',
        value: isFound ? 'no' : 'yes',
        rationale: isFound
          ? `The article says: “${topic.passage}” The answer says otherwise: “${topic.mistake}”`
          : `The answer agrees with the article ${topic.article}.`,
      }),
    random.isTrue(0.14) &&
      verdict(turn, {
        name: 'retrieval_groundedness',
        value: isMistaken ? 'no' : 'yes',
        rationale: isMistaken
          ? 'A statement of the answer is in none of the documents.'
          : `Every statement is supported by ${topic.article}.`,
      }),
    isJudged &&
      random.isTrue(0.25) &&
      label(
        turn,
        {
          name: 'correctness',
          value: isMistaken ? 'no' : 'yes',
          rationale: 'Compared with the help centre',
        },
        'maria@trailshop.example',
      ),
  ];
  const isHappy = random.isTrue(isMistaken ? 0.2 : promptVersion === 1 ? 0.72 : 0.94);
  const complaint = random.pick(COMPLAINTS);
  if (random.isTrue(0.14)) {
    const said = { name: 'helpful', value: isHappy, ...(!isHappy && { rationale: complaint }) };
    opinions.push(label(turn, said, turn.userId));
  }
  return opinions.filter((opinion) => opinion !== false);
}

function aboutTask(task: AgentTask, random: Random): readonly Opinion[] {
  const isWasteful = task.outcome === 'done after a retry' || task.outcome === 'warehouse timed out';
  const said = {
    name: 'tool_call_efficiency',
    value: isWasteful ? 'no' : 'yes',
    rationale: isWasteful ? 'check_stock was called again with the same arguments.' : 'No call was wasted.',
  };
  return random.isTrue(0.3) ? [verdict(task, said)] : [];
}

function verdict({ traceId }: PlannedTrace, said: Said): Opinion {
  return { traceId, body: { ...JUDGE, ...said } };
}

function label({ traceId }: PlannedTrace, said: Said, person: string): Opinion {
  return {
    traceId,
    body: { kind: 'feedback', source: { type: 'human', id: person }, metadata: {}, ...said },
  };
}

function expectation({ traceId, topic }: ChatTurn): Opinion {
  const source = { type: 'human', id: 'maria@trailshop.example' } as const;
  const body = {
    name: 'expected_response',
    kind: 'expectation',
    value: topic.answer,
    source,
    metadata: {},
  } as const;
  return { traceId, body };
}
