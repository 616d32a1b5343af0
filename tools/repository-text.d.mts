export function findForbiddenText(path: string, content: string): readonly string[];
export function checkRepositoryText(root: string): readonly string[];
