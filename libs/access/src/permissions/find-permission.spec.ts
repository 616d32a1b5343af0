import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPermission } from './find-permission.ts';
import type { RoutePermission } from './route-permissions.ts';

const TABLE: readonly RoutePermission[] = [
  ['*', '/api/v1/things/**', 'write'],
  ['GET', '/api/v1/things/**', 'read'],
  ['*', '/api/v1/things/secret/**', 'manage'],
  ['POST', '/api/v1/things/search', 'read'],
];

const needs = (method: string, path: string) => findPermission(TABLE, { method, path })?.[2];

it('the longest path wins, then the method that is named', () => {
  expect(needs('GET', '/api/v1/things')).toBe('read');
  expect(needs('GET', '/api/v1/things/:id')).toBe('read');
  expect(needs('DELETE', '/api/v1/things/:id')).toBe('write');
  expect(needs('GET', '/api/v1/things/secret')).toBe('manage');
  expect(needs('POST', '/api/v1/things/search')).toBe('read');
  expect(needs('POST', '/api/v1/things/search/:id')).toBe('write');
});

it('a path that only begins alike is another one', () => {
  expect(needs('GET', '/api/v1/thingsome')).toBeUndefined();
  expect(needs('GET', '/api/v1')).toBeUndefined();
});

it('the address of browsers is that of the client', () => {
  const ofMlflow: readonly RoutePermission[] = [['GET', '/api/2.0/mlflow/runs/get', 'read']];
  expect(findPermission(ofMlflow, { method: 'GET', path: '/ajax-api/2.0/mlflow/runs/get' })?.[2]).toBe(
    'read',
  );
});

it('does not depend on the order of the lines', () => {
  const paths = [
    '/api/v1/things',
    '/api/v1/things/:id',
    '/api/v1/things/secret/:id',
    '/api/v1/things/search',
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...TABLE], { minLength: TABLE.length }),
      fc.constantFrom('GET', 'POST', 'DELETE'),
      fc.constantFrom(...paths),
      (table, method, path) => {
        expect(findPermission(table, { method, path })).toEqual(findPermission(TABLE, { method, path }));
      },
    ),
  );
});
