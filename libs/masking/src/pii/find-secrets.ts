import { matchesOf, NOTHING, type Finder } from '../match.ts';

/** Well-known shapes of keys; none of them can match in two ways, so the search is linear. */
const KEY_SHAPES = [
  // OpenAI, Anthropic, OpenRouter and those that copied them.
  String.raw`sk-[\w-]{16,}`,
  // Stripe.
  String.raw`[rsp]k_(?:live|test)_\w{16,}`,
  String.raw`whsec_[\w+/=]{16,}`,
  // Amazon Web Services.
  String.raw`(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}`,
  // Google.
  String.raw`AIza[\w-]{35}`,
  String.raw`ya29\.[\w-]{20,}`,
  // GitHub, GitLab.
  String.raw`gh[oprsu]_[A-Za-z0-9]{36,}`,
  String.raw`github_pat_\w{22,}`,
  String.raw`glpat-[\w-]{20,}`,
  // Slack, SendGrid, Hugging Face, Groq, xAI, Databricks, npm, PyPI, Langfuse, Millrace.
  String.raw`xox[abeoprs]-[A-Za-z0-9-]{10,}`,
  String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
  String.raw`hf_[A-Za-z0-9]{30,}`,
  String.raw`gsk_[A-Za-z0-9]{40,}`,
  String.raw`xai-[A-Za-z0-9]{40,}`,
  String.raw`dapi[0-9a-f]{32}`,
  String.raw`npm_[A-Za-z0-9]{36}`,
  String.raw`pypi-[\w-]{50,}`,
  String.raw`[ps]k-lf-[\w-]{16,}`,
  String.raw`mr_[A-Za-z0-9]{12}_[\w-]{43}`,
  // JSON Web Tokens.
  String.raw`eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]+)?`,
];
const KEYS = new RegExp(`(?<![A-Za-z0-9])(?:${KEY_SHAPES.join('|')})`, 'g');
const PRIVATE_KEYS =
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g;
const BEARER =
  /(?<=\b(?:bearer|basic)(?:[ \t]|%20|\+){1,4})(?=[\w.~+/=-]{0,500}?\d|[\w.~+/=-]{24})[\w.~+/=-]{8,}/gi;
const URL_PASSWORD = /(?<=:\/\/[^\s:@/?#]{0,256}:)[^\s@/?#]{1,256}(?=@)/g;

/** Keys of well-known services, JSON Web Tokens and private keys, by their shape. */
export const findApiKeys: Finder = (text) => {
  const keys = matchesOf(text, KEYS);
  return text.includes('-----BEGIN') ? [...keys, ...matchesOf(text, PRIVATE_KEYS)] : keys;
};

/** Credentials behind `Bearer` and `Basic`; words that merely follow them have no digit. */
export const findBearerTokens: Finder = (text) => matchesOf(text, BEARER);

/** Passwords in addresses of servers: `postgres://user:password@host`. */
export const findUrlPasswords: Finder = (text) =>
  text.includes('://') ? matchesOf(text, URL_PASSWORD) : NOTHING;
