type Targets = Readonly<Record<string, { readonly command: string; readonly cache: boolean }>>;
type Projects = Readonly<Record<string, { readonly targets: Targets }>>;
export const createNodesV2: readonly [
  pattern: string,
  createNodes: (files: readonly string[]) => [file: string, { readonly projects: Projects }][],
];
