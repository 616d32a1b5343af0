import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Picture } from './picture.tsx';
import classes from './payload.module.css';

const PLUGINS = [remarkGfm];
/** Content of traces is hostile: a link leads only to the web, and an image is shown only from its own bytes. */
const COMPONENTS: Components = {
  a: ({ href = '', children }) =>
    /^https?:\/\//i.test(href) ? (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    ) : (
      <span title={href}>{children}</span>
    ),
  img: ({ src, alt = '' }) => <Picture url={typeof src === 'string' ? src : ''} alt={alt} />,
};

/** Markdown as elements; HTML in it stays text. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className={classes.markdown}>
      <ReactMarkdown remarkPlugins={PLUGINS} components={COMPONENTS} urlTransform={(url) => url}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
