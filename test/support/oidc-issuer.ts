import { once } from 'node:events';
import { Provider } from 'oidc-provider';
import { freePorts } from './standalone.ts';

export interface RunningIssuer {
  readonly url: string;
  stop(): Promise<void>;
}

export const OIDC_CLIENT = { id: 'millrace', secret: 'a secret of both' } as const;

/** A real issuer of OpenID Connect, which vouches for any login as `<login>@example.com`, and asks for it on pages of its own. */
export async function startIssuer(callback: string): Promise<RunningIssuer> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const provider = new Provider(url, {
    clients: [{ client_id: OIDC_CLIENT.id, client_secret: OIDC_CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['only for tests'] },
    findAccount: (_, login) => ({
      accountId: login,
      claims: async () => ({
        sub: login,
        email: `${login}@example.com`,
        email_verified: true,
        name: `Someone called ${login}`,
      }),
    }),
  });
  const server = provider.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
