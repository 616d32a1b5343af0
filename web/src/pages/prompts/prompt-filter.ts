const TAG = /^([^\s=]+)=(\S*)$/;
const EXPRESSION = /(^|\s)(!?=|I?LIKE)(\s|')/i;

/** The filter that words in the search field mean: parts of the name, tags as key=value; a filter of the API stays as it is. */
export function toPromptFilter(typed: string): string {
  const text = typed.trim();
  if (EXPRESSION.test(text)) return text;
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(toCondition)
    .join(' AND ');
}

function toCondition(word: string): string {
  const [, key, value] = TAG.exec(word) ?? [];
  if (key === undefined || value === undefined) return `name ILIKE '%${quote(word)}%'`;
  return `tags.\`${key.replaceAll('`', '')}\` = '${quote(value)}'`;
}

function quote(text: string): string {
  return text.replaceAll("'", "''");
}
