import { randomInt } from 'node:crypto';

const QUALITIES = (
  'able agile amber ample apt bold brave bright brisk calm candid careful charming clean clever crisp curious dapper ' +
  'daring deft eager earnest easy fair fast fine firm fond free fresh frank gentle glad golden grand happy hardy honest ' +
  'humble jolly keen kind lively loyal lucky mellow merry mild modest neat nimble noble patient placid polite proud pure ' +
  'quick quiet rapid ready regal robust serene sharp silent sleek smart smooth sound spry steady stout subtle sunny sure ' +
  'swift tidy tranquil upbeat valiant vivid warm wise witty worthy zesty'
).split(' ');
const ANIMALS = (
  'auk badger bat bear beaver bee bison boar bream bug calf carp cat cod colt cow crab crane crow cub deer doe dog dolphin ' +
  'dove duck eagle eel elk ewe falcon finch fish fly foal fowl fox frog gnat gnu goat goose grouse gull hare hawk hen heron ' +
  'hog horse hound ibis jay kid kit koi lamb lark loon lynx mink mole moose moth mouse mule newt orca otter owl ox perch pig ' +
  'plover pony puma quail ram rat raven robin rook seal shad shark sheep shrew skink skunk sloth slug smelt snail snipe sow ' +
  'squid squirrel stag stork swan tern toad trout vole wasp whale wolf worm wren yak zebra'
).split(' ');

/** A name that people can remember and say, such as `calm-otter-412`; not unique. */
export function inventName(): string {
  return `${pick(QUALITIES)}-${pick(ANIMALS)}-${randomInt(1000)}`;
}

function pick(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? '';
}
