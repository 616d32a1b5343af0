import { Injectable } from '@nestjs/common';
import { askDatabase } from '@millrace/access';
import { DataSource, In } from 'typeorm';
import { StoredVerdict } from './verdict.entity.ts';

/** Keeps verdicts, each once. Throws Unavailable while PostgreSQL is down. */
@Injectable()
export class VerdictStore {
  constructor(private readonly dataSource: DataSource) {}

  async find(ids: readonly string[]): Promise<Map<string, StoredVerdict>> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.findBy(StoredVerdict, { id: In([...ids]) }),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Keeps it unless another process was first; answers the one that stands. */
  keep(verdict: StoredVerdict): Promise<StoredVerdict> {
    return askDatabase(this.dataSource, async (manager) => {
      const { raw } = await manager
        .createQueryBuilder()
        .insert()
        .into(StoredVerdict)
        .values({ ...verdict })
        .orIgnore()
        .returning('id')
        .execute();
      if (Array.isArray(raw) && raw.length > 0) return verdict;
      return manager.findOneByOrFail(StoredVerdict, { id: verdict.id });
    });
  }
}
