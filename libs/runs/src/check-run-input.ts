import { posix } from 'node:path';
import { Rejected } from '@millrace/domain';
import { checkLength } from '@millrace/service-kit';
import type { KeyValue, LoggedMetric } from './run-details.ts';

const LONGEST_KEY = 250;
const LONGEST_PARAM = 6000;
const LONGEST_TAG = 8000;
const LONGEST_RUN_NAME = 500;
const MOST_METRICS = 1000;
const MOST_PARAMS_OR_TAGS = 100;
const MOST_ITEMS = 1000;
const ALLOWED_KEY = /^[/\p{L}\p{N}_.\- :]+$/u;

/** What is logged to a run at once. */
export interface RunBatch {
  readonly metrics: readonly LoggedMetric[];
  readonly params: readonly KeyValue[];
  readonly tags: readonly KeyValue[];
}

/** Throws Rejected for a batch that is too large or holds what can't be logged. */
export function checkBatch({ metrics, params, tags }: RunBatch): void {
  checkCount('metrics', metrics.length, MOST_METRICS);
  checkCount('params', params.length, MOST_PARAMS_OR_TAGS);
  checkCount('tags', tags.length, MOST_PARAMS_OR_TAGS);
  checkCount('metrics, params, and tags', metrics.length + params.length + tags.length, MOST_ITEMS);
  for (const metric of metrics) checkMetric(metric);
  for (const param of params) checkParam(param);
  for (const tag of tags) checkRunTag(tag);
}

/** Throws Rejected. */
export function checkRunTag({ key, value }: KeyValue): void {
  checkKey('tag', key);
  checkLength(`The value of the tag '${shorten(key)}'`, value, LONGEST_TAG);
}

/** Throws Rejected. */
export function checkRunName(name: string): void {
  checkLength('The name of a run', name, LONGEST_RUN_NAME);
}

function checkParam({ key, value }: KeyValue): void {
  checkKey('param', key);
  checkLength(`The value of the param '${shorten(key)}'`, value, LONGEST_PARAM);
}

function checkMetric({
  key,
  timestamp,
  datasetName = '',
  datasetDigest = '',
  modelId = '',
}: LoggedMetric): void {
  checkKey('metric', key);
  if (timestamp < 0) {
    throw new Rejected(
      `The timestamp of the metric '${key}' must be milliseconds since 1970, not ${timestamp}.`,
    );
  }
  checkLength('The dataset name of a metric', datasetName, 500);
  checkLength('The dataset digest of a metric', datasetDigest, 64);
  checkLength('The model id of a metric', modelId, 64);
}

/** A key becomes part of paths elsewhere, so it must not lead out of its folder. */
function checkKey(kind: 'metric' | 'param' | 'tag', key: string): void {
  if (!ALLOWED_KEY.test(key)) {
    throw new Rejected(
      `Invalid value "${shorten(key)}" for parameter 'key': the name of a ${kind} may only contain letters, digits, ` +
        'underscores (_), dashes (-), periods (.), spaces ( ), colons (:) and slashes (/), and must not be empty.',
    );
  }
  if (posix.normalize(key) !== key || key === '.' || /^(\.\.|\/)|\/$/.test(key)) {
    throw new Rejected(
      `Invalid value "${shorten(key)}" for parameter 'key': the name of a ${kind} must not be a relative or absolute path.`,
    );
  }
  checkLength(`The name of a ${kind}`, key, LONGEST_KEY);
}

function checkCount(what: string, count: number, most: number): void {
  if (count <= most) return;
  throw new Rejected(
    `A batch logging request can contain at most ${most} ${what}. Got ${count} ${what}. ` +
      `Please split up ${what} across multiple requests and try again.`,
  );
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
