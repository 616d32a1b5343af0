import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser, type From, type Instruction } from 'dockerfile-ast';

const PATH = join(import.meta.dirname, '../../deploy/docker/Dockerfile');
const PARSED = DockerfileParser.parse(readFileSync(PATH, 'utf8'));

/** What an image says of how it is run. */
export interface ImageConfig {
  readonly user: string;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  /** Empty: none. */
  readonly healthCheck: readonly string[];
  readonly labels: string;
  /** What it is built upon in the end. */
  readonly base: string;
}

/** By its stage, and by those that the stage builds upon. */
export function readImage(name: string): ImageConfig {
  const all = instructionsOf(name);
  const contents = (keyword: string): string[] =>
    all
      .filter((each) => each.getKeyword() === keyword)
      .map((each) => withVariables(each.getArgumentsContent() ?? ''));
  const last = (keyword: string): string => {
    const found = contents(keyword).at(-1);
    if (found === undefined) throw new Error(`the image ${name} has no ${keyword}`);
    return found;
  };
  const check = last('HEALTHCHECK');
  return {
    user: last('USER'),
    workingDirectory: last('WORKDIR'),
    environment: Object.fromEntries(
      contents('ENV').flatMap((line) => line.split(' ').map((each) => each.split('=') as [string, string])),
    ),
    command: [...wordsOf(last('ENTRYPOINT')), ...wordsOf(last('CMD'))],
    healthCheck: check === 'NONE' ? [] : wordsOf(check.slice(check.indexOf('CMD') + 'CMD'.length)),
    labels: contents('LABEL').join(' '),
    base: withVariables(fromOf(all)?.getImage() ?? ''),
  };
}

/** Of the stage, after those of the stages below it. */
export function instructionsOf(stage: string): Instruction[] {
  const from = PARSED.getFROMs().find((each) => each.getBuildStage() === stage);
  const image = from && PARSED.getContainingImage(from.getRange().start);
  if (!from || !image) throw new Error(`the Dockerfile has no stage ${stage}`);
  const below = PARSED.getFROMs().some((each) => each.getBuildStage() === from.getImage());
  return [...(below ? instructionsOf(from.getImage() ?? '') : []), ...image.getInstructions()];
}

function fromOf(instructions: readonly Instruction[]): From | undefined {
  return PARSED.getFROMs().find(
    (each) => each.getRange().start.line === instructions[0]?.getRange().start.line,
  );
}

/** Arguments that have a value before anyone gives one. */
function withVariables(text: string): string {
  return PARSED.getInitialARGs().reduce((filled, each) => {
    const property = each.getProperty();
    return filled.replaceAll(`\${${property?.getName()}}`, property?.getValue() ?? '');
  }, text);
}

function wordsOf(list: string): string[] {
  return JSON.parse(list) as string[];
}
