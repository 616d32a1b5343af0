import { Injectable } from '@nestjs/common';
import { ArtifactStore, type ArtifactEntry, type ArtifactPlace } from '@millrace/artifacts';
import { Rejected } from '@millrace/domain';

const PAGE = 1000;
const MOST_ENTRIES = 100_000;

/** Files by name, as clients ask for them. */
@Injectable()
export class ArtifactsService {
  constructor(private readonly store: ArtifactStore) {}

  /** All of one level of a folder. Throws Rejected for one with too many entries to answer at once. */
  async listAll(workspaceId: string, folder: string): Promise<ArtifactEntry[]> {
    const entries: ArtifactEntry[] = [];
    let pageToken: string | undefined;
    do {
      const page = await this.store.list({ workspaceId, folder, limit: PAGE, pageToken });
      entries.push(...page.entries);
      pageToken = page.nextPageToken;
      if (entries.length > MOST_ENTRIES) {
        throw new Rejected(
          `The folder '${folder}' has more than ${MOST_ENTRIES} entries: list it by pages with GET /api/v1/artifacts.`,
        );
      }
    } while (pageToken !== undefined);
    return entries;
  }

  /** Throws Rejected('not-found') when there is nothing to remove. */
  async delete(place: ArtifactPlace): Promise<void> {
    const files = await this.store.delete(place);
    if (files === 0) throw new Rejected(`No such artifact: '${place.path}'`, 'not-found');
  }
}
