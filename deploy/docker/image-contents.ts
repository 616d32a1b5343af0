import images from './images.json' with { type: 'json' };

/** What an image carries besides the packages of its apps. */
export interface ImageContent {
  /** Bundles in `dist` that are started, by the image itself or from within. */
  readonly entries: readonly string[];
  /** More of `dist`, read at run time. */
  readonly folders?: readonly string[];
  /** PostgreSQL and ClickHouse in the image: our own optional packages. */
  readonly hasEmbeddedServers?: boolean;
}

export type ImageName = keyof typeof images;

export const IMAGES: Readonly<Record<ImageName, ImageContent>> = images;

export const IMAGE_NAMES = Object.keys(images) as ImageName[];

/** `apps/<app>` of what an image starts. */
export function appFolders({ entries }: ImageContent): string[] {
  return entries
    .filter((entry) => entry.endsWith('/main.js'))
    .map((entry) => `apps/${entry.slice(0, -'/main.js'.length)}`);
}
