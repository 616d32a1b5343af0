import { Code, Group, Select, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { PromptVersion } from '../../../api/prompts.ts';
import { CopyText } from '../../../components/copy-text.tsx';
import { writeSnippets } from './write-snippets.ts';

/** How a program loads this version, by number or by an alias of it. */
export function CodeView({ version }: { readonly version: PromptVersion }) {
  const { name, version: number, aliases, variables } = version;
  const [selector, setSelector] = useState(aliases[0] ?? String(number));
  const choices = [
    { value: String(number), label: `Version ${number}, which never changes` },
    ...aliases.map((alias) => ({ value: alias, label: `Alias ${alias}, whatever it stands for` })),
  ];
  const known = choices.some(({ value }) => value === selector) ? selector : String(number);
  return (
    <Stack p="md" gap="md">
      <Select
        label="Load by"
        data={choices}
        value={known}
        onChange={(next) => setSelector(next ?? String(number))}
        allowDeselect={false}
        maw={360}
      />
      {writeSnippets({ url: location.origin, name, selector: known, variables }).map(({ language, code }) => (
        <section key={language}>
          <Group justify="space-between" mb={4}>
            <Title order={3}>{language}</Title>
            <CopyText label={`Copy the ${language} code`} text={code} />
          </Group>
          <Code block>{code}</Code>
        </section>
      ))}
    </Stack>
  );
}
