import classes from './template-text.module.css';
import { splitTemplate } from './split-template.ts';

/** A template to read: its variables stand out. */
export function TemplateText({ template }: { readonly template: string }) {
  return (
    <div className={classes.text}>
      {splitTemplate(template).map(({ kind, text }, position) =>
        kind === 'text' ? (
          <span key={position}>{text}</span>
        ) : (
          <span key={position} className={classes.variable}>
            {`{{${text}}}`}
          </span>
        ),
      )}
    </div>
  );
}
