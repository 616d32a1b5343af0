import { defineBuiltIn } from '../built-in-scorer.ts';
import { needs, scored } from '../check.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeTraceJudge } from '../judging/make-judge.ts';
import { documentsText, NEEDS_DOCUMENTS, retrievalsOf } from '../judging/retrievals.ts';
import { expectedClaims, NEEDS_CLAIMS, requestText } from '../judging/trace-texts.ts';
import prompt from './prompt.md';

export const retrievalSufficiency = defineBuiltIn({
  name: 'retrieval_sufficiency',
  title: 'Retrieval sufficiency',
  description: 'Whether the retrieved documents contain all that the expected response or facts need.',
  level: 'trace',
  parameters: judgeParameters,
  needsExpectations: [],
  reads: ['inputs', 'spans of type RETRIEVER'],
  isJudge: true,
  mlflowClass: 'RetrievalSufficiency',
  create: (name, parameters) =>
    makeTraceJudge({
      ...{ name, prompt, parameters },
      score: async (trace, ask) => {
        const retrievals = retrievalsOf(trace);
        const claims = expectedClaims(trace);
        const request = requestText(trace);
        if (claims === undefined) return needs(NEEDS_CLAIMS);
        if (retrievals.length === 0) return needs(NEEDS_DOCUMENTS);
        if (request === undefined) return needs('inputs');
        const verdicts = retrievals.map(async ({ spanId, chunks }) => {
          const verdict = await ask({ blocks: { request, documents: documentsText(chunks), claims } });
          return { ...verdict, spanId };
        });
        return scored(...(await Promise.all(verdicts)));
      },
    }),
});
