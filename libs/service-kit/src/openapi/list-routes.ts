import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/** What a handler answers, as its decorators say. */
export interface Route {
  /** Upper case; ALL for every method. */
  readonly method: string;
  /** Absolute, with `:name` for parameters. */
  readonly path: string;
}

/** All routes of a module that is not running: nothing is made, nothing connected. */
export async function listRoutes(module: DynamicModule | Type): Promise<Route[]> {
  const options = { preview: true, logger: false, abortOnError: false } as const;
  const app = await NestFactory.create(module, new FastifyAdapter(), options);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((each) => [
    ...each.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOfAll(metatype) : []));
}

/** The routes of one handler of a controller; a controller may have several paths. */
export function routesOf(controller: object, handler: object): Route[] {
  const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
  if (typeof method !== 'number') return [];
  const prefixes = textsOf(Reflect.getMetadata(PATH_METADATA, controller));
  const paths = textsOf(Reflect.getMetadata(PATH_METADATA, handler));
  return prefixes.flatMap((prefix) =>
    paths.map((path) => ({ method: RequestMethod[method] ?? '', path: join(prefix, path) })),
  );
}

function routesOfAll(controller: { readonly prototype?: unknown }): Route[] {
  const { prototype } = controller;
  if (typeof prototype !== 'object' || prototype === null) return [];
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(prototype, name);
    return typeof handler === 'function' ? routesOf(controller, handler) : [];
  });
}

function textsOf(metadata: unknown): string[] {
  return (Array.isArray(metadata) ? metadata : [metadata]).map((text) =>
    typeof text === 'string' ? text : '',
  );
}

function join(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
