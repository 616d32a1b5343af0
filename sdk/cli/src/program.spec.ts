import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import type { Command } from 'commander';
import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import type { Terminal } from './output/terminal.ts';
import { createProgram } from './program.ts';

const terminal: Terminal = {
  input: new PassThrough(),
  output: new PassThrough(),
  messages: new PassThrough(),
  showsProgress: false,
  colors: createColors(false),
  environment: { mlflowToken: undefined, stateFolder: '', wantsNoColor: true },
  signal: new AbortController().signal,
};
/** What completion adds for shells, not for people. */
const HIDDEN = ['complete'];

it('docs/cli.md names every command, and every command says what it does', () => {
  const page = readFileSync(`${import.meta.dirname}/../../../docs/cli.md`, 'utf8');
  const commands = leavesOf(createProgram(terminal)).filter((command) => !HIDDEN.includes(command.name()));
  expect(commands.length).toBeGreaterThan(30);
  expect(commands.map(pathOf).filter((path) => !page.includes(`| \`${path}\` `))).toEqual([]);
  expect(commands.filter((command) => command.description() === '').map(pathOf)).toEqual([]);
});

function leavesOf(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
