import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any, DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, findActiveExperiment } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';
import { ScheduleClock } from '../schedules/schedule-clock.ts';
import { AlertChange } from './alert-change.entity.ts';
import { alertDefinition, type AlertDefinition } from './alert-definition.ts';
import { AlertGroup } from './alert-group.entity.ts';
import { AlertMeasuringService, type AlertLook } from './alert-measuring.service.ts';
import { AlertRule } from './alert-rule.entity.ts';
import { endAlerts } from './record-standings.ts';

/** Each is measured every minute. */
const MOST_RULES = 1000;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What users say of a rule. */
export interface AlertRuleSettings {
  readonly name: string;
  readonly description: string;
  /** Undefined: every webhook of the workspace that asks for alerts. */
  readonly webhookIds: readonly string[] | undefined;
  readonly isEnabled: boolean;
  readonly definition: AlertDefinition;
}

/** A rule with how it stands. */
export interface StandingRule {
  readonly rule: AlertRule;
  readonly definition: AlertDefinition;
  readonly groups: readonly AlertGroup[];
}

export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** Absent on the last page. */
  readonly next: string | undefined;
}

export interface PageRequest {
  readonly limit: number;
  readonly pageToken: string | undefined;
}

/** Rules of alerts. Throws Rejected for what can't be, Unavailable. */
@Injectable()
export class AlertRulesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly measuring: AlertMeasuringService,
    private readonly clock: ScheduleClock,
  ) {}

  /** The newest first. */
  list(
    workspaceId: string,
    experimentId: number | undefined,
    page: PageRequest,
  ): Promise<PageOf<StandingRule>> {
    const search = ['alert-rules', workspaceId, experimentId ?? null];
    return askDatabase(this.dataSource, async (manager) => {
      const query = manager
        .createQueryBuilder(AlertRule, 'rule')
        .where({ workspaceId, ...(experimentId !== undefined && { experimentId }) });
      if (page.pageToken !== undefined) {
        const [time, id] = decodePageToken(page.pageToken, search, [0, ''] as const);
        query.andWhere('(rule.creationTime, rule.id) < (:time, :id)', { time, id });
      }
      const rules = await query
        .orderBy('rule.creationTime', 'DESC')
        .addOrderBy('rule.id', 'DESC')
        .take(page.limit + 1)
        .getMany();
      const shown = rules.slice(0, page.limit);
      const last = shown.at(-1);
      const next =
        rules.length > page.limit && last ? encodePageToken(search, [last.creationTime, last.id]) : undefined;
      return { items: await withGroups(manager, shown), next };
    });
  }

  get(workspaceId: string, id: string): Promise<StandingRule> {
    return askDatabase(this.dataSource, async (manager) => {
      const [found] = await withGroups(manager, [await findRule(manager, workspaceId, id)]);
      if (!found) throw unknownRule(id);
      return found;
    });
  }

  async create(
    workspaceId: string,
    experimentId: string,
    settings: AlertRuleSettings,
  ): Promise<StandingRule> {
    const { definition, name, description, isEnabled } = settings;
    const now = Date.now();
    const id = randomUUID();
    await this.changing(name, async (manager) => {
      const experiment = await findActiveExperiment(manager, workspaceId, experimentId);
      await this.measuring.check({ workspaceId, experimentId: experiment.id }, definition, this.clock.now());
      if ((await manager.countBy(AlertRule, { workspaceId })) >= MOST_RULES) {
        throw new Rejected(`A workspace has at most ${MOST_RULES} alert rules: delete one first.`);
      }
      await manager.insert(AlertRule, {
        id,
        workspaceId,
        experimentId: experiment.id,
        name,
        description,
        isEnabled,
        definition: JSON.stringify(definition),
        webhookIds: await checkWebhooks(manager, workspaceId, settings.webhookIds),
        nextCheckTime: this.clock.now(),
        checkNumber: 0,
        error: '',
        creationTime: now,
        lastUpdateTime: now,
      });
    });
    return this.get(workspaceId, id);
  }

  /** A rule that watches something else from now on, or nothing, ends its alerts. */
  async update(
    workspaceId: string,
    id: string,
    change: (settings: AlertRuleSettings) => AlertRuleSettings,
  ): Promise<StandingRule> {
    const now = this.clock.now();
    await this.changing('of this name', async (manager) => {
      const rule = await findRule(manager, workspaceId, id, 'pessimistic_write');
      const before = readDefinition(rule);
      const settings = change(settingsOf(rule, before));
      const definition = JSON.stringify(settings.definition);
      const isOther = definition !== JSON.stringify(before);
      if (isOther) await this.measuring.check(rule, settings.definition, now);
      if (isOther || !settings.isEnabled) await endAlerts(manager, { rule, definition: before }, now);
      await manager.update(AlertRule, rule.id, {
        name: settings.name,
        description: settings.description,
        isEnabled: settings.isEnabled,
        definition,
        webhookIds: await checkWebhooks(manager, workspaceId, settings.webhookIds),
        nextCheckTime: now,
        // A check that runs was of the rule as it was.
        checkNumber: rule.checkNumber + 1,
        lastUpdateTime: Date.now(),
      });
    });
    return this.get(workspaceId, id);
  }

  /** With its history; nobody is told that its alerts end. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.changing('of this name', async (manager) => {
      const rule = await findRule(manager, workspaceId, id);
      await manager.delete(AlertRule, rule.id);
    });
  }

  /** What a check would find at this moment; changes nothing and tells nobody. */
  async test(workspaceId: string, id: string): Promise<AlertLook> {
    const { rule, definition, groups } = await this.get(workspaceId, id);
    const known = groups.map(({ group }) => group);
    return this.measuring.look(rule, definition, this.clock.now(), known);
  }

  /** Changes of state, the newest first. */
  listChanges(workspaceId: string, id: string, page: PageRequest): Promise<PageOf<AlertChange>> {
    return askDatabase(this.dataSource, async (manager) => {
      const rule = await findRule(manager, workspaceId, id);
      const search = ['alert-history', rule.id];
      const query = manager.createQueryBuilder(AlertChange, 'change').where({ ruleId: rule.id });
      if (page.pageToken !== undefined) {
        const [after] = decodePageToken(page.pageToken, search, [''] as const);
        query.andWhere('change.id < :after', { after });
      }
      const changes = await query
        .orderBy('change.id', 'DESC')
        .take(page.limit + 1)
        .getMany();
      const items = changes.slice(0, page.limit);
      const last = items.at(-1);
      const hasMore = changes.length > page.limit && last;
      return { items, next: hasMore ? encodePageToken(search, [last.id]) : undefined };
    });
  }

  private changing<Result>(name: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    const taken = `An alert rule '${name}' exists in this experiment already: choose another name.`;
    return changeDatabase(this.dataSource, taken, work);
  }
}

async function findRule(
  manager: EntityManager,
  workspaceId: string,
  id: string,
  mode?: 'pessimistic_write',
): Promise<AlertRule> {
  const found = ID.test(id)
    ? await manager.findOne(AlertRule, { where: { id, workspaceId }, ...(mode && { lock: { mode } }) })
    : undefined;
  if (!found) throw unknownRule(id);
  return found;
}

function unknownRule(id: string): Rejected {
  return new Rejected(`There is no alert rule with the id ${id.slice(0, 100)}.`, 'not-found');
}

async function withGroups(manager: EntityManager, rules: readonly AlertRule[]): Promise<StandingRule[]> {
  const groups = await manager.find(AlertGroup, {
    where: { ruleId: Any(rules.map(({ id }) => id)) },
    order: { group: 'ASC' },
  });
  const byRule = Map.groupBy(groups, ({ ruleId }) => ruleId);
  return rules.map((rule) => ({
    rule,
    definition: readDefinition(rule),
    groups: byRule.get(rule.id) ?? [],
  }));
}

function readDefinition({ definition }: AlertRule): AlertDefinition {
  return alertDefinition.parse(JSON.parse(definition));
}

function settingsOf(rule: AlertRule, definition: AlertDefinition): AlertRuleSettings {
  const { name, description, webhookIds, isEnabled } = rule;
  return { name, description, webhookIds: webhookIds ?? undefined, isEnabled, definition };
}

/** Throws Rejected for webhooks that the workspace has not. */
async function checkWebhooks(
  manager: EntityManager,
  workspaceId: string,
  ids: readonly string[] | undefined,
): Promise<string[] | null> {
  if (!ids) return null;
  const unique = [...new Set(ids.map((id) => id.toLowerCase()))];
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM webhooks WHERE workspace_id = $1 AND id = ANY ($2::uuid[])',
    [workspaceId, unique],
  );
  const missing = unique.filter((id) => !rows.some((row) => row.id === id));
  if (missing.length === 0) return unique;
  throw new Rejected(
    `webhook_ids: there is no webhook ${missing.join(', ')}; list them at /api/v1/webhooks.`,
  );
}
