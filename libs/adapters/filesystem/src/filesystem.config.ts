import { z } from 'zod';

export const fileBlobStoreConfigSchema = z.object({
  /** Folder of the blobs; created when missing. */
  dir: z.string().min(1),
});

/** What an operator sets for blobs in a folder. */
export type FileBlobStoreConfig = z.input<typeof fileBlobStoreConfigSchema>;
