import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { sessionOf } from '../connection/session.ts';
import type { Terminal } from '../output/terminal.ts';
import { countOption } from './arguments.ts';

export function addMcp(program: Command, terminal: Terminal): void {
  program
    .command('mcp')
    .description('let a model read traces, prompts and evaluations: an MCP server on the input and output')
    .option('--http <port>', 'by HTTP instead, on 127.0.0.1', countOption)
    .action(async ({ http }: { http?: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      if (http !== undefined) {
        const { serveHttp } = await import('../mcp/serve-http.ts');
        await serveHttp(session, http, (url) => session.say(`MCP is served at ${url}`));
        return;
      }
      const [{ createMcpServer }, { StdioServerTransport }] = await Promise.all([
        import('../mcp/mcp-server.ts'),
        import('@modelcontextprotocol/sdk/server/stdio.js'),
      ]);
      const server = createMcpServer(session);
      await server.connect(new StdioServerTransport(terminal.input, terminal.output));
      // The client ends it by closing the input.
      await finished(terminal.input, { signal: terminal.signal }).catch(() => undefined);
      await server.close();
    });
}
