import { defineBuiltIn } from '../built-in-scorer.ts';
import { needs, scored } from '../check.ts';
import { conversationText } from '../judging/conversation.ts';
import { addAnswers } from '../judging/add-answers.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeSessionJudge, type Ask } from '../judging/make-judge.ts';
import { responseText } from '../judging/trace-texts.ts';
import type { Verdict } from '../scorer.ts';
import type { ScoredTrace } from '../subject.ts';
import prompt from './prompt.md';

/** Turns that are judged, from the end: each is a call that reads all before it. */
const MOST_TURNS = 30;
const USUAL_TURNS = 4;

export const knowledgeRetention = defineBuiltIn({
  name: 'knowledge_retention',
  title: 'Knowledge retention',
  description: 'Whether no answer forgets, contradicts or distorts what the user had said before.',
  level: 'session',
  parameters: judgeParameters,
  needsExpectations: [],
  reads: ['inputs and outputs of every trace'],
  isJudge: true,
  mlflowClass: 'KnowledgeRetention',
  create: (name, parameters) =>
    makeSessionJudge({
      ...{ name, prompt, parameters, calls: USUAL_TURNS },
      score: async (traces, ask) => {
        const turns = answeredTurns(traces).slice(-MOST_TURNS);
        if (turns.length === 0) return needs('an answer after the first turn');
        const verdicts: Verdict[] = [];
        for (const turn of turns) verdicts.push(await judgeTurn(traces, turn, ask));
        return scored(worstOf(name, turns, verdicts));
      },
    }),
});

/** Places of the turns that have an answer and something before them. */
function answeredTurns(traces: readonly ScoredTrace[]): number[] {
  return traces.flatMap((trace, index) => (index > 0 && responseText(trace) !== undefined ? [index] : []));
}

function judgeTurn(traces: readonly ScoredTrace[], turn: number, ask: Ask): Promise<Verdict> {
  return ask({ blocks: { conversation: conversationText(traces.slice(0, turn + 1)) ?? '' } });
}

/** As MLflow has it: no when any turn has no. */
function worstOf(name: string, turns: readonly number[], verdicts: readonly Verdict[]): Verdict {
  const lines = verdicts.map(
    ({ value, rationale = '' }, index) => `- Turn ${(turns[index] ?? 0) + 1}: ${String(value)}. ${rationale}`,
  );
  const lost = verdicts.filter(({ value }) => value === 'no').length;
  return {
    name,
    value: lost === 0 ? 'yes' : 'no',
    rationale: `${lost} of ${verdicts.length} turns lose what the user had said.\n${lines.join('\n')}`,
    answer: addAnswers(verdicts.flatMap(({ answer }) => answer ?? [])),
  };
}
