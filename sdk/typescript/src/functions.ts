import { currentSettings } from './init.ts';
import { Millrace } from './millrace.ts';
import type { Settings } from '@millrace/tracing/runtime';

/** Its memory of prompts lasts as long as the settings. */
const bySettings = new WeakMap<Settings, Millrace>();

function currentMillrace(): Millrace {
  const settings = currentSettings();
  const known = bySettings.get(settings);
  if (known) return known;
  const { url, headers, experiment, onError } = settings;
  const made = new Millrace({
    url,
    headers,
    onError,
    ...(experiment && { experiment: 'id' in experiment ? experiment : experiment.name }),
  });
  bySettings.set(settings, made);
  return made;
}

type Area = Exclude<keyof Millrace, 'evaluate'>;

/** The method of the Millrace that `init` names. */
function on<Name extends Area, Method extends keyof Millrace[Name]>(
  area: Name,
  method: Method,
): Millrace[Name][Method] {
  const call = (...given: unknown[]): unknown => {
    const found = currentMillrace()[area];
    return Reflect.apply(found[method] as (...all: unknown[]) => unknown, found, given);
  };
  return call as Millrace[Name][Method];
}

/** Adds a version to a prompt, which is made when there is none of that name: a text, or messages. */
export const registerPrompt = on('prompts', 'register');
/** A version of a prompt by name or URI, from memory where it may be: `loadPrompt('prompts:/offer@production')`. Links the trace to it. */
export const loadPrompt = on('prompts', 'load');
/** Prompts with their newest versions. */
export const searchPrompts = on('prompts', 'search');
/** Versions of a prompt, the newest first. */
export const listPromptVersions = on('prompts', 'versions');
/** Lets an alias stand for a version. */
export const setPromptAlias = on('prompts', 'setAlias');
/** Removes an alias; its version stays. */
export const deletePromptAlias = on('prompts', 'deleteAlias');
/** Sets a tag of a prompt. */
export const setPromptTag = on('prompts', 'setTag');
/** Removes a tag of a prompt. */
export const deletePromptTag = on('prompts', 'deleteTag');
/** Sets a tag of a version. */
export const setPromptVersionTag = on('prompts', 'setVersionTag');
/** Removes a tag of a version. */
export const deletePromptVersionTag = on('prompts', 'deleteVersionTag');
/** Deletes a version and the aliases that stand for it. */
export const deletePromptVersion = on('prompts', 'deleteVersion');
/** Deletes a prompt with all its versions. */
export const deletePrompt = on('prompts', 'delete');

/** Makes a version of an application or model, pending until it is finalized. */
export const createLoggedModel = on('models', 'create');
/** Says how a version came out. */
export const finalizeLoggedModel = on('models', 'finalize');
/** Adds params and tags to a version. */
export const updateLoggedModel = on('models', 'update');
/** A version with its params, tags and metrics. */
export const getLoggedModel = on('models', 'get');
/** Versions in the experiment, the newest first. */
export const searchLoggedModels = on('models', 'search');
/** Takes a version out of lists; its traces stay. */
export const deleteLoggedModel = on('models', 'delete');
/** Traces that begin from now on belong to this version, which is made when there is none alike. */
export const setActiveModel = on('models', 'setActive');

/** What somebody or something thinks of a trace or a span. */
export const logFeedback = on('assessments', 'logFeedback');
/** What should have been so of a trace or a span. */
export const logExpectation = on('assessments', 'logExpectation');
/** Says better what somebody said; theirs stays and counts no more. */
export const overrideAssessment = on('assessments', 'override');
/** Changes what was said. */
export const updateAssessment = on('assessments', 'update');
/** Takes back what was said. */
export const deleteAssessment = on('assessments', 'delete');
/** One thing that was said of a trace. */
export const getAssessment = on('assessments', 'get');
/** All that was said of a trace, the oldest first. */
export const listAssessments = on('assessments', 'list');

/** Makes a data set to evaluate on. */
export const createDataset = on('datasets', 'create');
/** A data set by name or id. */
export const getDataset = on('datasets', 'get');
/** Data sets, without their records. */
export const searchDatasets = on('datasets', 'search');

/** Traces that a filter finds, page by page: `for await (const trace of searchTraces({ filter }))`. */
export const searchTraces = on('traces', 'search');
/** A trace with all its spans. */
export const getTrace = on('traces', 'get');
/** A span with its inputs and outputs. */
export const getSpan = on('traces', 'getSpan');
/** Conversations with what their traces come to. */
export const searchSessions = on('traces', 'searchSessions');
