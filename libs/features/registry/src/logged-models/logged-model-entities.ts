import { LoggedModelParam } from './logged-model-param.entity.ts';
import { LoggedModelTag } from './logged-model-tag.entity.ts';
import { LoggedModel } from './logged-model.entity.ts';

/** Of logged models. */
export const LOGGED_MODEL_ENTITIES = [LoggedModel, LoggedModelParam, LoggedModelTag] as const;
