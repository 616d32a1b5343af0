import type { EntityManager } from 'typeorm';
import type { AlertEvent } from '@millrace/domain';
import { AlertChange } from './alert-change.entity.ts';
import { describeDefinition, type AlertDefinition, type AlertState } from './alert-definition.ts';
import { AlertGroup } from './alert-group.entity.ts';
import type { AlertLook } from './alert-measuring.service.ts';
import { nextStanding, type AlertReading } from './alert-outcome.ts';
import type { AlertRule } from './alert-rule.entity.ts';

const NEW_GROUP = { state: 'ok' as const, breaches: 0, changeTime: 0 };
/** Of an alert that ends because its rule is not watched any longer. */
const UNMEASURED: Omit<AlertReading, 'group'> = {
  count: 0,
  value: undefined,
  baseline: undefined,
  baselineCount: 0,
};

/** A rule that is being looked at, with what it watches. */
export interface WatchedRule {
  readonly rule: AlertRule;
  readonly definition: AlertDefinition;
}

/** The database numbers them. */
type NewChange = Omit<AlertChange, 'id'>;

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Writes how it stands with each group, with the changes and what is to be told of them. Part of a transaction that holds the rule. */
export async function recordStandings(
  manager: EntityManager,
  watched: WatchedRule,
  look: AlertLook,
): Promise<void> {
  const { rule, definition } = watched;
  const known = new Map(
    (await manager.findBy(AlertGroup, { ruleId: rule.id })).map((group) => [group.group, group]),
  );
  const changes: NewChange[] = [];
  const groups = look.readings.map((reading) => {
    const before = known.get(reading.group) ?? NEW_GROUP;
    const after = nextStanding(before, reading.outcome, definition.consecutive_checks);
    const isChanged = before.state !== after.state;
    if (isChanged) changes.push(changeOf(watched, reading, look, [before.state, after.state]));
    const { group, value = null, baseline = null, count } = reading;
    const changeTime = isChanged ? look.to : before.changeTime;
    return { ruleId: rule.id, group, ...after, value, baseline, count, changeTime };
  });
  if (groups.length > 0) await manager.upsert(AlertGroup, groups, ['ruleId', 'group']);
  await forgetQuietGroups(manager, watched, look, changes);
  if (changes.length > 0) await manager.insert(AlertChange, changes);
}

/** Every alert of the rule ends, for it is not watched any longer as it was. Part of a transaction that holds the rule. */
export async function endAlerts(manager: EntityManager, watched: WatchedRule, now: number): Promise<void> {
  const firing = await manager.findBy(AlertGroup, { ruleId: watched.rule.id, state: 'firing' });
  const changes = firing.map(({ group }) =>
    changeOf(watched, { ...UNMEASURED, group }, { from: now, to: now }, ['firing', 'no-data']),
  );
  if (changes.length > 0) await manager.insert(AlertChange, changes);
  await manager.delete(AlertGroup, { ruleId: watched.rule.id });
}

/** Values of a dimension that are gone and had no alert, so that the groups of a rule stay few. */
async function forgetQuietGroups(
  manager: EntityManager,
  { rule, definition }: WatchedRule,
  { readings }: AlertLook,
  changes: readonly NewChange[],
): Promise<void> {
  if (definition.dimension === undefined) return;
  const changed = new Set(changes.map(({ group }) => group));
  const gone = readings.filter(
    ({ group, count, outcome }) => count === 0 && outcome !== 'breach' && !changed.has(group),
  );
  for (const { group } of gone) await manager.delete(AlertGroup, { ruleId: rule.id, group });
}

function changeOf(
  watched: WatchedRule,
  { group, value, baseline, ...reading }: AlertReading,
  bounds: Bounds,
  [previousState, state]: readonly [AlertState, AlertState],
): NewChange {
  const event = eventOf(watched, { group, value, baseline, ...reading }, bounds, state);
  const isTold = state !== 'firing' && previousState !== 'firing';
  return {
    ruleId: watched.rule.id,
    group,
    state,
    previousState,
    value: value ?? null,
    baseline: baseline ?? null,
    count: reading.count,
    changeTime: bounds.to,
    event: isTold ? null : JSON.stringify(event),
    isTold,
  };
}

function eventOf(
  { rule, definition }: WatchedRule,
  { group, value, baseline, count }: AlertReading,
  { from, to }: Bounds,
  state: AlertState,
): Omit<AlertEvent, 'id'> {
  const { dimension } = definition;
  return {
    type: state === 'firing' ? 'alert.fired' : 'alert.resolved',
    workspaceId: rule.workspaceId,
    experimentId: rule.experimentId,
    ruleId: rule.id,
    ruleName: rule.name,
    measure: definition.measure,
    condition: describeDefinition(definition),
    ...(dimension !== undefined && { group: { dimension, value: group } }),
    ...(value !== undefined && { value }),
    ...(baseline !== undefined && { baseline }),
    count,
    from,
    to,
    ...(rule.webhookIds && { webhookIds: rule.webhookIds }),
  };
}
