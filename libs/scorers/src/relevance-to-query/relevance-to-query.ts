import { readExchange } from '../judging/trace-texts.ts';
import { defineTraceJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const relevanceToQuery = defineTraceJudge({
  name: 'relevance_to_query',
  aliases: ['relevance'],
  title: 'Relevance to query',
  description: 'Whether the response has to do with what was asked.',
  reads: ['inputs', 'outputs'],
  mlflowClass: 'RelevanceToQuery',

  prompt,
  read: readExchange,
});
