/** Told apart in both themes and by those who don't see red and green apart. */
const COLOURS = [
  'water.7',
  'orange.6',
  'violet.5',
  'lime.7',
  'pink.6',
  'yellow.7',
  'blue.6',
  'gray.6',
  'teal.6',
  'red.7',
  'grape.6',
  'indigo.4',
] as const;

/** Of the series at a place, the same in every chart. */
export const seriesColour = (index: number): string => COLOURS[index % COLOURS.length] ?? COLOURS[0];
