import { Injectable } from '@nestjs/common';
import { askDatabase } from '@millrace/access';
import { Gathering } from '@millrace/service-kit';
import { DataSource, In, type EntityManager } from 'typeorm';
import { StoredVerdict } from './verdict.entity.ts';

const VERDICTS_AT_ONCE = 100;

/** Keeps verdicts, each once. Throws Unavailable while PostgreSQL is down. */
@Injectable()
export class VerdictStore {
  private readonly reads: Gathering<string, StoredVerdict | undefined>;
  private readonly writes: Gathering<StoredVerdict, StoredVerdict>;

  constructor(dataSource: DataSource) {
    const most = { most: VERDICTS_AT_ONCE };
    this.reads = new Gathering((ids) => askDatabase(dataSource, (manager) => readAll(manager, ids)), most);
    this.writes = new Gathering(
      (verdicts) => askDatabase(dataSource, (manager) => keepAll(manager, verdicts)),
      most,
    );
  }

  async find(ids: readonly string[]): Promise<Map<string, StoredVerdict>> {
    const found = await Promise.all(ids.map((id) => this.reads.do(id)));
    return new Map(found.flatMap((verdict) => (verdict ? [[verdict.id, verdict]] : [])));
  }

  /** Keeps it unless another process was first; answers the one that stands. */
  keep(verdict: StoredVerdict): Promise<StoredVerdict> {
    return this.writes.do(verdict);
  }
}

async function readAll(
  manager: EntityManager,
  ids: readonly string[],
): Promise<(StoredVerdict | undefined)[]> {
  const rows = await manager.findBy(StoredVerdict, { id: In([...new Set(ids)]) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

/** Of several with one id the first stands. */
async function keepAll(manager: EntityManager, verdicts: readonly StoredVerdict[]): Promise<StoredVerdict[]> {
  const byId = new Map(verdicts.toReversed().map((verdict) => [verdict.id, verdict]));
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(StoredVerdict)
    .values([...byId.values()].map((verdict) => ({ ...verdict })))
    .orIgnore()
    .returning('id')
    .execute();
  // TypeORM gives the rows that were returned.
  const kept = new Set((raw as { readonly id: string }[]).map(({ id }) => id));
  const others = [...byId.keys()].filter((id) => !kept.has(id));
  const before = others.length === 0 ? [] : await manager.findBy(StoredVerdict, { id: In(others) });
  for (const verdict of before) byId.set(verdict.id, verdict);
  return verdicts.map((verdict) => byId.get(verdict.id) ?? verdict);
}
