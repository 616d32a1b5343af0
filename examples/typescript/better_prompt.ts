// Tries a new version of a prompt on examples, and lets `production` stand for it if it is better.
// node better_prompt.ts   (Node 24; Millrace at MILLRACE_URL, a model by OPENAI_API_KEY)
import {
  autologOpenAI,
  evaluate,
  init,
  loadPrompt,
  NotFoundError,
  registerPrompt,
  setPromptAlias,
  type TextPrompt,
} from '@millrace/sdk';
import OpenAI from 'openai';

const EXPERIMENT = 'better prompt';
const PRODUCTION = 'prompts:/summary@production';

init({ experiment: EXPERIMENT });
autologOpenAI(OpenAI);
const client = new OpenAI();

async function summarize(prompt: TextPrompt, text: string): Promise<string> {
  const content = prompt.format({ text });
  const answer = await client.chat.completions.create({
    model: String(prompt.modelConfig?.['model_name'] ?? 'gpt-4o-mini'),
    messages: [{ role: 'user', content }],
  });
  return answer.choices[0]?.message.content ?? '';
}

const texts = ['A mill grinds grain between two stones.', 'A race leads the water to the wheel.'];

/** How many of the examples a version gets right. */
async function scoreOf(prompt: TextPrompt): Promise<number> {
  const { summary, links } = await evaluate({
    experiment: EXPERIMENT,
    name: `summary ${prompt.version}`,
    data: texts.map((text) => ({ inputs: { text } })),
    predict: ({ text }) => summarize(prompt, text),
    scorers: [{ name: 'one sentence', score: ({ outputs }) => (outputs.match(/[.!?]/g)?.length ?? 0) <= 1 }],
  });
  const score = summary.scorers['one sentence']?.mean ?? 0;
  console.log(`version ${prompt.version}: ${score}  ${links.run}`);
  return score;
}

const inProduction = await loadPrompt(PRODUCTION, { kind: 'text', ttlMs: 0 }).catch((error: unknown) => {
  if (!(error instanceof NotFoundError)) throw error;
  return registerPrompt('summary', 'Summarize. Then say why. {{text}}', { aliases: ['production'] });
});
const next = await registerPrompt('summary', 'Summarize in one sentence: {{text}}', {
  commitMessage: 'one sentence',
});
const [before, after] = [await scoreOf(inProduction), await scoreOf(next)];
if (after > before) await setPromptAlias('summary', 'production', next.version);
console.log(`in production: version ${(await loadPrompt(PRODUCTION)).version}`);
