import { Injectable } from '@nestjs/common';
import {
  ArtifactStore,
  parseArtifactFolder,
  parseArtifactPath,
  type ArtifactEntry,
  type ArtifactListing,
  type ArtifactPlace,
} from '@millrace/artifacts';
import { Rejected } from '@millrace/domain';
import { folderOfAddress } from './artifact-address.ts';

const PAGE = 1000;
const MOST_ENTRIES = 100_000;

/** A folder as it is asked for; empty for the root. */
interface FolderPage {
  readonly folder: string;
  readonly pageToken?: string | undefined;
}

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

  /** One page of a folder below an address, such as that of a run. Throws Rejected for an address of another store. */
  async listPage(
    workspaceId: string,
    address: string,
    { folder, pageToken }: FolderPage,
  ): Promise<ArtifactListing> {
    const root = folderOfAddress(address);
    // Parsed by itself, so that it does not lead out.
    const inside = parseArtifactFolder(folder);
    const whole = inside === '' ? root : `${root}/${inside}`;
    return this.store.list({ workspaceId, folder: whole, limit: PAGE, pageToken });
  }

  /** A file below an address. Throws Rejected for a path that leads out, and for an address of another store. */
  placeAt(workspaceId: string, address: string, path: string): ArtifactPlace {
    return { workspaceId, path: `${folderOfAddress(address)}/${parseArtifactPath(path)}` };
  }

  /** Throws Rejected('not-found') when there is nothing to remove. */
  async delete(place: ArtifactPlace): Promise<void> {
    const files = await this.store.delete(place);
    if (files === 0) throw new Rejected(`No such artifact: '${place.path}'`, 'not-found');
  }
}
