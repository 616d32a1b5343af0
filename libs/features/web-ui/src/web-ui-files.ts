import fastifyStatic from '@fastify/static';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { notebookPolicy, SECURITY_HEADERS } from './security-headers.ts';

/** First segments of the addresses of pages; everything else below `/` belongs to the API. */
const PAGES = ['experiments', 'playground', 'prompts', 'settings', 'start', 'traces'];
/** Where MLflow's client looks for the page that shows traces below the cell of a notebook; `NOTEBOOK_PATH` of the web UI. */
const NOTEBOOK_PAGE = '/static-files/lib/notebook-trace-renderer/index.html';
const YEAR_MS = 365 * 24 * 3_600_000;

export class WebUiOptions {
  constructor(
    readonly dir: string,
    /** Whose notebooks may show traces. */
    readonly notebookOrigins: readonly string[],
  ) {}
}

/** The files of the built UI: compressed beforehand, kept by browsers for a year where their name holds their hash. */
@Injectable()
export class WebUiFiles implements OnModuleInit {
  private readonly logger = new Logger('WebUi');
  private readonly dir: string;
  private readonly notebookPolicy: string;

  constructor(
    private readonly host: HttpAdapterHost,
    options: WebUiOptions,
  ) {
    this.dir = resolve(options.dir);
    this.notebookPolicy = notebookPolicy(options.notebookOrigins);
  }

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const isBuilt = existsSync(join(this.dir, 'index.html'));
    if (isBuilt) this.serveFiles(fastify);
    else this.logger.warn(`The web UI is not built: there is no ${join(this.dir, 'index.html')}`);
    const page = (_: unknown, reply: FastifyReply) => (isBuilt ? sendPage(reply) : sayNotBuilt(reply));
    fastify.get('/', page);
    fastify.get(NOTEBOOK_PAGE, page);
    for (const name of PAGES) {
      fastify.get(`/${name}`, page);
      fastify.get(`/${name}/*`, page);
    }
  }

  /** Not awaited: that would make Fastify ready before Nest has told it how errors are answered. `listen` waits for it. */
  private serveFiles(fastify: FastifyInstance): void {
    void fastify.register(fastifyStatic, {
      root: this.dir,
      // A route for each file there is, so that no address of the API can become a file.
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isNamedByHash = path.includes('/assets/');
        void reply.headers(SECURITY_HEADERS);
        if (reply.request.routeOptions.url === NOTEBOOK_PAGE) this.allowFrames(reply);
        void reply.header(
          'cache-control',
          isNamedByHash ? `public, max-age=${YEAR_MS / 1000}, immutable` : 'no-cache',
        );
      },
    });
  }

  private allowFrames(reply: FastifyReply): void {
    void reply.removeHeader('x-frame-options').header('content-security-policy', this.notebookPolicy);
  }
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html');
}

function sayNotBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .type('text/plain; charset=utf-8')
    .send('The web UI is not built. Run `npm run build`, or start with `npm start`, which builds it.\n');
}
