import { describeSettings, type DescribedSetting } from '@millrace/service-kit';
import { SETTINGS_OF_APPS } from './settings-of-apps.ts';

/** What one app says of a setting. */
interface Use {
  readonly app: string;
  readonly setting: DescribedSetting;
}

const INTRODUCTION = `# Settings

Made from the code by \`npm run settings\`: change the descriptions there.

Every setting is a variable of the environment; standalone takes those that begin with \`MILLRACE_\` as flags too
(\`--data-dir\` for \`MILLRACE_DATA_DIR\`). An empty one counts as absent. A process that finds a fault in its settings tells
all faults at once and ends. Passwords and keys are masked in logs.

**TLS.** ClickHouse by \`https://\`, Redis by \`rediss://\`, PostgreSQL by \`sslmode=verify-full\` in its URL, Kafka by
\`MILLRACE_KAFKA_TLS…\`. Certificates are checked. For an authority of your own set Node's \`NODE_EXTRA_CA_CERTS\` to a
file with its certificate in PEM: it holds for all of them. Special characters in a user or password of a URL are
percent-encoded (\`@\` is \`%40\`).
`;

/** The table of every setting of every app. @public generate.mjs imports it by its path. */
export async function generate(): Promise<string> {
  const uses = usesByName();
  const rows = [...uses].map(
    ([name, all]) => `| \`${name}\` | ${meaningOf(name, all)} | ${defaultOf(all)} | ${appsOf(all)} |`,
  );
  return [
    INTRODUCTION,
    '| setting | what it is | default | read by |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function usesByName(): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const [app, schema] of Object.entries(SETTINGS_OF_APPS)) {
    for (const setting of describeSettings(schema)) {
      uses.set(setting.name, [...(uses.get(setting.name) ?? []), { app, setting }]);
    }
  }
  return uses;
}

/** Throws for a setting that says nothing about itself. */
function meaningOf(name: string, uses: readonly Use[]): string {
  const { description, enum: values } = uses[0]?.setting ?? {};
  if (description === undefined) throw new Error(`the setting ${name} needs .describe() in its schema`);
  const choice = values ? `: ${values.map((value) => `\`${value}\``).join(', ')}` : '';
  return `${description}${choice}`.replaceAll('|', '\\|').replaceAll('<', '\\<');
}

function defaultOf(uses: readonly Use[]): string {
  const told = new Map<string, string[]>();
  for (const { app, setting } of uses) {
    const value =
      setting.default === undefined ? (setting.isRequired ? 'needed' : '–') : `\`${setting.default}\``;
    told.set(value, [...(told.get(value) ?? []), app]);
  }
  if (told.size === 1) return [...told.keys()].join();
  return [...told].map(([value, apps]) => `${value} (${apps.join(', ')})`).join(', ');
}

function appsOf(uses: readonly Use[]): string {
  return uses.length === Object.keys(SETTINGS_OF_APPS).length ? 'all' : uses.map(({ app }) => app).join(', ');
}
