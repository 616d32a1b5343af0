const QUOTES = ["'", '"', '`'];

/** The conditions that AND joins at the top of a filter; undefined where OR does. */
function clausesOf(filter: string): readonly string[] | undefined {
  const clauses: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < filter.length; at += 1) {
    const letter = filter.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (QUOTES.includes(letter)) quote = letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    else if (depth === 0) {
      const junction = /^\s+(AND|OR)(?=[\s(])/i.exec(filter.slice(at));
      if (junction?.[1]?.toUpperCase() === 'OR') return undefined;
      if (junction !== null) {
        clauses.push(filter.slice(start, at).trim());
        at += junction[0].length - 1;
        start = at + 1;
      }
    }
  }
  return [...clauses, filter.slice(start).trim()].filter((clause) => clause !== '');
}

export function hasClause(filter: string, clause: string): boolean {
  return clausesOf(filter)?.includes(clause) ?? false;
}

/** Also asks for this. */
export function withClause(filter: string, clause: string): string {
  if (hasClause(filter, clause)) return filter;
  const clauses = clausesOf(filter) ?? [`(${filter.trim()})`];
  return [...clauses, clause].join(' AND ');
}

export function withoutClause(filter: string, clause: string): string {
  return (clausesOf(filter) ?? [filter]).filter((each) => each !== clause).join(' AND ');
}

/** A text as it stands in a filter. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
