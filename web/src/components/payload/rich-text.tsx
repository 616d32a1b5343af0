import { lazy, Suspense } from 'react';
import { LongText } from './long-text.tsx';
import classes from './payload.module.css';

const Markdown = lazy(async () => ({ default: (await import('./markdown.tsx')).Markdown }));

/** Longer texts are shown as they are: making elements of them would hold up the page. */
const MOST_RENDERED = 20_000;
const MARKS = /[*_`#[|>~]|^\s*(?:[-+]|\d+\.)\s/m;

/** A text in which Markdown is rendered, where there is any. */
export function RichText({ text }: { readonly text: string }) {
  if (text.length > MOST_RENDERED || !MARKS.test(text)) return <LongText text={text} />;
  return (
    <Suspense fallback={<div className={classes.plain}>{text}</div>}>
      <Markdown text={text} />
    </Suspense>
  );
}
