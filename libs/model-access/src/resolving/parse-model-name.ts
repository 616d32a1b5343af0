import { Rejected } from '@millrace/domain';

const NAME = /^([a-z][a-z0-9_.-]*):\/{1,2}(\S.*)$/;

/** `openai:/gpt-4.1-mini` and `gateway:/my-judge`, as MLflow spells models. Throws Rejected for any other text. */
export function parseModelName(name: string): { readonly scheme: string; readonly rest: string } {
  const [, scheme, rest] = NAME.exec(name.trim()) ?? [];
  if (scheme !== undefined && rest !== undefined) return { scheme, rest };
  throw new Rejected(
    `'${name.slice(0, 100)}' names no model: write <provider>:/<model>, such as openai:/gpt-4.1-mini, or ` +
      'gateway:/<endpoint> for an endpoint of the gateway.',
  );
}
