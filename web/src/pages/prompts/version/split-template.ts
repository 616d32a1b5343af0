const VARIABLE = /\{\{\s*([a-zA-Z_][a-zA-Z0-9_]*(?:\.[a-zA-Z_][a-zA-Z0-9_]*)*)\s*\}\}/g;

/** A stretch of a template: as it stands, or the name of a variable. */
export interface TemplatePiece {
  readonly kind: 'text' | 'variable';
  readonly text: string;
}

/** A template cut at its variables, as the server finds them. */
export function splitTemplate(template: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let end = 0;
  for (const match of template.matchAll(VARIABLE)) {
    if (match.index > end) pieces.push({ kind: 'text', text: template.slice(end, match.index) });
    pieces.push({ kind: 'variable', text: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < template.length) pieces.push({ kind: 'text', text: template.slice(end) });
  return pieces;
}

/** Names of the variables of texts, each once, in the order they come. */
export function variablesOf(templates: readonly string[]): string[] {
  const pieces = templates.flatMap(splitTemplate);
  return [...new Set(pieces.filter(({ kind }) => kind === 'variable').map(({ text }) => text))];
}

/** A template with the values of its variables; one without a value stays as it stands. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(VARIABLE, (whole, name: string) => values[name] ?? whole);
}
