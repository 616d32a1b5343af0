import { parseChat, type TemplateKind } from '@millrace/registered-models';

/** A template as text to read and to compare: each message of a chat begins with its role. */
export function renderTemplate(kind: TemplateKind | null, template: string): string {
  if (kind !== 'chat') return template;
  return parseChat(template)
    .map(({ role, content, ...rest }) => {
      const said = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
      const more = Object.keys(rest).length > 0 ? `\n${JSON.stringify(rest, undefined, 2)}` : '';
      return `[${role}]\n${said}${more}`;
    })
    .join('\n\n');
}
