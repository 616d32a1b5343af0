export interface Vendor {
  readonly packages: readonly string[];
  readonly homes: readonly string[];
  readonly instead: string;
}
export const VENDORS: readonly Vendor[];
export function projectFolders(root: string): string[];
export function layerOf(root: string, folder: string): string;
export const PURE_LAYERS: readonly string[];
export const PURE_PACKAGES: Readonly<Record<string, readonly string[]>>;
