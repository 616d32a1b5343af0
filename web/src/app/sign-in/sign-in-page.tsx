import { Button, Center, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { signIn } from '../../api/sign-in.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';

/** Name and password. What was read as somebody else is forgotten. */
export function SignInPage({ openIdName }: { readonly openIdName: string | undefined }) {
  const form = useForm({ initialValues: { name: '', password: '' } });
  const submission = useChange(() => signIn(form.values.name, form.values.password), [[]]);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={380} bg="var(--surface)">
        <form onSubmit={form.onSubmit(() => submission.mutate())}>
          <Stack>
            <Title order={1} size="h2">
              Sign in to Millrace
            </Title>
            <TextInput
              label="Name"
              required
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              {...form.getInputProps('name')}
            />
            <PasswordInput
              label="Password"
              required
              autoComplete="current-password"
              {...form.getInputProps('password')}
            />
            {submission.isError && <ProblemNotice error={submission.error} />}
            <Button type="submit" loading={submission.isPending} fullWidth>
              Sign in
            </Button>
            {openIdName !== undefined && (
              <Button component="a" href="/auth/oidc" variant="default" fullWidth>
                Sign in with {openIdName}
              </Button>
            )}
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
