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

export const registerPrompt = on('prompts', 'register');
export const loadPrompt = on('prompts', 'load');
export const searchPrompts = on('prompts', 'search');
export const listPromptVersions = on('prompts', 'versions');
export const setPromptAlias = on('prompts', 'setAlias');
export const deletePromptAlias = on('prompts', 'deleteAlias');
export const setPromptTag = on('prompts', 'setTag');
export const deletePromptTag = on('prompts', 'deleteTag');
export const setPromptVersionTag = on('prompts', 'setVersionTag');
export const deletePromptVersionTag = on('prompts', 'deleteVersionTag');
export const deletePromptVersion = on('prompts', 'deleteVersion');
export const deletePrompt = on('prompts', 'delete');

export const createLoggedModel = on('models', 'create');
export const finalizeLoggedModel = on('models', 'finalize');
export const updateLoggedModel = on('models', 'update');
export const getLoggedModel = on('models', 'get');
export const searchLoggedModels = on('models', 'search');
export const deleteLoggedModel = on('models', 'delete');
export const setActiveModel = on('models', 'setActive');

export const logFeedback = on('assessments', 'logFeedback');
export const logExpectation = on('assessments', 'logExpectation');
export const overrideAssessment = on('assessments', 'override');
export const updateAssessment = on('assessments', 'update');
export const deleteAssessment = on('assessments', 'delete');
export const getAssessment = on('assessments', 'get');
export const listAssessments = on('assessments', 'list');

export const createDataset = on('datasets', 'create');
export const getDataset = on('datasets', 'get');
export const searchDatasets = on('datasets', 'search');

export const searchTraces = on('traces', 'search');
export const getTrace = on('traces', 'get');
export const getSpan = on('traces', 'getSpan');
export const searchSessions = on('traces', 'searchSessions');
