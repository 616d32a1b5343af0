import { defineBuiltIn } from '../built-in-scorer.ts';
import { needs, scored } from '../check.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeTraceJudge, type Ask } from '../judging/make-judge.ts';
import { documentsText, NEEDS_DOCUMENTS, retrievalsOf, type Retrieval } from '../judging/retrievals.ts';
import { requestText } from '../judging/trace-texts.ts';
import type { Verdict } from '../scorer.ts';
import prompt from './prompt.md';

/** Documents of one retrieval that are judged: each is a call. */
const MOST_CHUNKS = 50;
const USUAL_CHUNKS = 5;
const AT_ONCE = 5;

export const retrievalRelevance = defineBuiltIn({
  name: 'retrieval_relevance',
  title: 'Retrieval relevance',
  description: 'Whether each retrieved document helps to answer, and the share of those that do.',
  level: 'trace',
  parameters: judgeParameters,
  needsExpectations: [],
  reads: ['inputs', 'spans of type RETRIEVER'],
  isJudge: true,
  mlflowClass: 'RetrievalRelevance',
  create: (name, parameters) =>
    makeTraceJudge({
      ...{ name, prompt, parameters, calls: USUAL_CHUNKS },
      score: async (trace, ask) => {
        const retrievals = retrievalsOf(trace).filter(({ chunks }) => chunks.length > 0);
        const request = requestText(trace);
        if (retrievals.length === 0) return needs(NEEDS_DOCUMENTS);
        if (request === undefined) return needs('inputs');
        const verdicts: Verdict[] = [];
        for (const retrieval of retrievals) {
          const judged = await judgeChunks(retrieval, request, ask);
          verdicts.push(precisionOf(name, judged, retrieval), ...judged);
        }
        return scored(...verdicts);
      },
    }),
});

async function judgeChunks({ spanId, chunks }: Retrieval, request: string, ask: Ask): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const judged = chunks.slice(0, MOST_CHUNKS);
  for (let from = 0; from < judged.length; from += AT_ONCE) {
    const answers = judged.slice(from, from + AT_ONCE).map(async (chunk, index) => {
      const verdict = await ask({ blocks: { request, document: documentsText([chunk]) } });
      return { ...verdict, spanId, metadata: { chunk_index: String(from + index) } };
    });
    verdicts.push(...(await Promise.all(answers)));
  }
  return verdicts;
}

/** As MLflow has it: `<name>/precision`, the share of relevant documents of a retriever. */
function precisionOf(name: string, judged: readonly Verdict[], { spanId, chunks }: Retrieval): Verdict {
  const relevant = judged.filter(({ value }) => value === 'yes').length;
  const left = chunks.length - judged.length;
  const rationale =
    `${relevant} of ${judged.length} documents are relevant.` +
    (left > 0 ? ` The last ${left} documents were not judged.` : '');
  return { name: `${name}/precision`, value: relevant / judged.length, rationale, spanId };
}
