/** The text of a file, as the bundler reads it (rolldown.config.ts). */
declare module '*.md' {
  const text: string;
  export default text;
}
