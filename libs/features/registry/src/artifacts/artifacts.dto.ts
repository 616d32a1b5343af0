import { ApiProperty } from '@nestjs/swagger';
import type { ArtifactEntry } from '@millrace/artifacts';
import { z } from 'zod';

export const listArtifactsQuery = z.object({
  folder: z
    .string()
    .default('')
    .describe('Empty for the root; what is in a run lies in <experiment>/<run>/artifacts'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListArtifactsQuery = z.output<typeof listArtifactsQuery>;

export const artifactPathQuery = z.object({ path: z.string().describe('Names joined by slashes') });
export type ArtifactPathQuery = z.output<typeof artifactPathQuery>;

/** A file or a folder in a folder. */
export class ArtifactEntryDto {
  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: Boolean })
  readonly is_folder: boolean;

  @ApiProperty({ type: Number, required: false, description: 'Of a file' })
  readonly bytes?: number;

  constructor({ name, isFolder, bytes }: ArtifactEntry) {
    this.name = name;
    this.is_folder = isFolder;
    if (bytes !== undefined) this.bytes = bytes;
  }
}

export class ArtifactPageDto {
  @ApiProperty({ type: () => [ArtifactEntryDto] })
  readonly entries: readonly ArtifactEntryDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(entries: readonly ArtifactEntryDto[], nextPageToken: string | undefined) {
    this.entries = entries;
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}
