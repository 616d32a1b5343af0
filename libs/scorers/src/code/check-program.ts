import { parse } from 'acorn';
import { Rejected } from '@millrace/domain';

/** Where acorn says that it can't go on; it counts columns from 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Throws Rejected with line and column for a program that is no JavaScript module, or exports nothing as default. */
export function checkProgram(source: string, scorerName: string): void {
  const { body } = parseProgram(source, scorerName);
  const hasDefault = body.some((statement) => {
    if (statement.type === 'ExportDefaultDeclaration') return true;
    if (statement.type !== 'ExportNamedDeclaration') return false;
    return statement.specifiers.some(
      ({ exported }) => exported.type === 'Identifier' && exported.name === 'default',
    );
  });
  if (hasDefault) return;
  throw new Rejected(
    `The program of scorer '${scorerName}' has no default export: begin its function with 'export default'.`,
  );
}

function parseProgram(source: string, scorerName: string) {
  try {
    return parse(source, { ecmaVersion: 2023, sourceType: 'module' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column } = Reflect.get(error, 'loc') as Place;
    const reason = error.message.replace(/ \(\d+:\d+\)$/, '');
    throw new Rejected(
      `The program of scorer '${scorerName}' has a fault in line ${line}, column ${column + 1}: ${reason}.`,
      'invalid',
      { cause: error },
    );
  }
}
