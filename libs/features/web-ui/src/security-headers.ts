/**
 * What a page may do, should content of a trace ever become markup: run no script but ours, load nothing from elsewhere (an image
 * would tell who reads), send nothing elsewhere. Styles are inline where a value is computed, as the width of a bar.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Where notebooks run on the reader's own machine: Jupyter, and the editor that shows them itself. */
const OWN_MACHINE = ["'self'", ...schemesOf('localhost'), ...schemesOf('127.0.0.1'), 'vscode-webview:'];

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': policyFor(["'none'"]),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Of the page that shows traces in notebooks: pages of these origins may frame it, beside those of the reader's own machine. */
export function notebookPolicy(origins: readonly string[]): string {
  return policyFor([...OWN_MACHINE, ...origins]);
}

function policyFor(ancestors: readonly string[]): string {
  return [...CONTENT_SECURITY_POLICY, `frame-ancestors ${ancestors.join(' ')}`].join('; ');
}

function schemesOf(host: string): readonly string[] {
  return [`http://${host}:*`, `https://${host}:*`];
}
