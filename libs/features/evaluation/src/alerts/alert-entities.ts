import { AlertChange } from './alert-change.entity.ts';
import { AlertGroup } from './alert-group.entity.ts';
import { AlertRule } from './alert-rule.entity.ts';

export const ALERT_ENTITIES = [AlertRule, AlertGroup, AlertChange] as const;
