import { modelSpellings } from './model-spellings.ts';
import { findListed, type ListedModel } from './price-table.ts';
import { isGateway, providerOf, RESOLD } from './provider-names.ts';

/** Makers whose own names tell who is paid, even where nothing names a provider. */
const MAKERS = [
  'openai',
  'anthropic',
  'google',
  'mistral',
  'deepseek',
  'x-ai',
  'cohere',
  'perplexity',
  'voyageai',
];
/** Whose clients are pointed at gateways as well. */
const CLIENTS: ReadonlySet<string> = new Set(['openai', 'anthropic']);
/** Anyone may serve these, at a price of their own or at none. */
const OPEN_WEIGHTS =
  /^(?:gemma|llama|mixtral|open-|codestral-mamba|ministral|devstral|magistral-small|mistral-(?:7b|nemo|small|tiny)|pixtral-12b|voxtral|gpt-oss|gpt-2|deepseek-(?:r|v)\d|c4ai|aya|whisper|grok-[12]\b)/;
const BEDROCK_MODEL =
  /^(?:arn:aws|(?:[a-z-]{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen|writer|twelvelabs|stability)\.)/;
const REMEMBERED = 2_000;

type Answers = Map<string, Map<string, ListedModel | undefined>>;

/** By provider and model. Answers of late, and those before them: when the first are enough they become the second. */
let recent: Answers = new Map();
let earlier: Answers = new Map();
let recentCount = 0;

/**
 * The listed model that a span means, or undefined: better no cost than a wrong one. A provider that is named but not known
 * matches nothing, since it may charge what it likes. The last few thousand answers are remembered.
 */
export function findModel(model: string, provider: string | undefined): ListedModel | undefined {
  const word = provider ?? '';
  let answers = recent.get(word);
  const known = answers?.get(model);
  if (known !== undefined || answers?.has(model)) return known;
  const old = earlier.get(word);
  const answer = old?.has(model) ? old.get(model) : lookUp(model, provider);
  if (!answers) recent.set(word, (answers = new Map()));
  answers.set(model, answer);
  recentCount += 1;
  if (recentCount >= REMEMBERED) {
    earlier = recent;
    recent = new Map();
    recentCount = 0;
  }
  return answer;
}

function lookUp(model: string, word: string | undefined): ListedModel | undefined {
  const hint = word === undefined || word.trim() === '' ? undefined : (providerOf(word) ?? 'unknown');
  if (hint === 'unknown') return undefined;
  if (hint !== undefined && !isGateway(hint)) {
    return ofProvider(hint, model) ?? (CLIENTS.has(hint) ? ofPrefix(model, true) : undefined);
  }
  return ofPrefix(model, false) ?? (BEDROCK_MODEL.test(model) ? ofProvider('aws', model) : ofMaker(model));
}

function ofProvider(provider: string, model: string): ListedModel | undefined {
  const names = modelSpellings(model);
  for (const seller of [provider, ...(RESOLD.get(provider) ?? [])]) {
    for (const name of names) {
      const listed = findListed(seller, name);
      if (listed) return listed;
    }
  }
  const [prefix = '', ...rest] = model.split('/');
  return rest.length > 0 && providerOf(prefix) === provider
    ? ofProvider(provider, rest.join('/'))
    : undefined;
}

/** `openai/gpt-4o`, as gateways and LiteLLM write it. Behind a client of somebody else only a maker's own model is certain. */
function ofPrefix(model: string, isMakerOnly: boolean): ListedModel | undefined {
  const [prefix = '', ...rest] = model.split('/');
  const provider = rest.length > 0 ? providerOf(prefix) : undefined;
  if (provider === undefined || isGateway(provider)) return undefined;
  const name = rest.join('/');
  if (isMakerOnly && (!MAKERS.includes(provider) || OPEN_WEIGHTS.test(name.toLowerCase()))) return undefined;
  return ofProvider(provider, name);
}

function ofMaker(model: string): ListedModel | undefined {
  const names = modelSpellings(model);
  if (names.some((name) => OPEN_WEIGHTS.test(name))) return undefined;
  for (const maker of MAKERS) {
    for (const name of names) {
      const listed = findListed(maker, name);
      if (listed) return listed;
    }
  }
  return undefined;
}
