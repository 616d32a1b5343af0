import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { signInQuery, type SignIn } from '../../api/sign-in.ts';
import { currentWorkspace, enterWorkspace } from '../../api/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** The pages, for who may see them; for anybody else the way in. */
export function SignInGate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(signInQuery);
  // Known before anything is drawn, unless it could not be asked; a later question that fails changes nothing.
  if (data === undefined) return error && <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data.is_signed_in) return <SignInPage openIdName={data.openid_connect_name} />;
  const place = workspaceOf(data);
  if (place === 'none') {
    return (
      <EmptyState title={`You are signed in as ${data.name ?? ''}, and belong to no workspace yet`}>
        Ask an administrator to make you a member of one, then load this page again.
      </EmptyState>
    );
  }
  if (place !== 'here') {
    enterWorkspace(place.workspace);
    return null;
  }
  return children;
}

/** Whether the tab's workspace is one of theirs; else which one to go to. */
function workspaceOf({
  is_authentication_required: isRequired,
  is_operator: isOperator,
  roles,
}: SignIn): 'here' | 'none' | { readonly workspace: string } {
  if (!isRequired || isOperator) return 'here';
  const [first] = roles;
  if (first === undefined) return 'none';
  const here = currentWorkspace() ?? 'default';
  const isTheirs = roles.some(({ workspace }) => workspace === here);
  return isTheirs ? 'here' : { workspace: first.workspace };
}
