import { defineBuiltIn } from '../built-in-scorer.ts';
import { needs, scored } from '../check.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeTraceJudge } from '../judging/make-judge.ts';
import { isOutcome } from '../judging/define-judge.ts';
import { documentsText, NEEDS_DOCUMENTS, retrievalsOf } from '../judging/retrievals.ts';
import { readExchange } from '../judging/trace-texts.ts';
import prompt from './prompt.md';

export const retrievalGroundedness = defineBuiltIn({
  name: 'retrieval_groundedness',
  title: 'Retrieval groundedness',
  description: 'Whether the response says nothing that the retrieved documents do not support.',
  level: 'trace',
  parameters: judgeParameters,
  needsExpectations: [],
  reads: ['inputs', 'outputs', 'spans of type RETRIEVER'],
  isJudge: true,
  mlflowClass: 'RetrievalGroundedness',
  create: (name, parameters) =>
    makeTraceJudge({
      ...{ name, prompt, parameters },
      score: async (trace, ask) => {
        const retrievals = retrievalsOf(trace);
        if (retrievals.length === 0) return needs(NEEDS_DOCUMENTS);
        const exchange = readExchange(trace);
        if (isOutcome(exchange)) return exchange;
        const verdicts = retrievals.map(async ({ spanId, chunks }) => {
          const verdict = await ask({ blocks: { ...exchange, documents: documentsText(chunks) } });
          return { ...verdict, spanId };
        });
        return scored(...(await Promise.all(verdicts)));
      },
    }),
});
