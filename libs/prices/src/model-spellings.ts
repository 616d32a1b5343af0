/** A model of Bedrock, Vertex AI or Gemini by its resource name. An application's own profile or endpoint names no model. */
const RESOURCES = [
  /^arn:aws[\w-]*:bedrock:[\w-]*:\d*:(?:foundation-model|inference-profile)\/(?<model>.+)$/,
  /^(?:projects\/[^/]+\/locations\/[^/]+\/)?publishers\/[^/]+\/models\/(?<model>[^/]+)$/,
  /^models\/(?<model>[^/]+)$/,
];
const COMPACT_DATE = /(?<=[-@])(20[2-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=$|[-:])/;
const DASHED_DATE = /(?<=[-@])(20[2-3]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=$|[-:])/;
const DATE_AT_END =
  /[-@](?:20[2-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|20[2-3]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/;
/** `global.` is not among them: it is a price of its own. */
const BEDROCK_REGION = /^(?:us|eu|apac|au|ca|jp|in|sa|us-gov)\.(?=[a-z0-9-]+\.)/;
const BEDROCK_CONTEXT = /(?<=:\d):\d+k$/;

/**
 * Under which names a model may be listed, the most exact first, in lower case. Only what is known to be a spelling of the
 * same model: a date of release, `latest`, a version of Gemini, a region of Bedrock, the path of a resource.
 */
export function modelSpellings(model: string): readonly string[] {
  const name = model.trim().toLowerCase();
  const plain = resourceName(name);
  const spellings = new Set([name, plain]);
  const vertex = plain.replace(/(?:-v\d)?@(?=\d{8}$)/, '-');
  for (const base of [plain, plain.replace(/@(?:default|latest)$/, ''), vertex]) {
    spellings.add(base);
    spellings.add(base.replace(COMPACT_DATE, '$1-$2-$3'));
    spellings.add(base.replace(DASHED_DATE, '$1$2$3'));
  }
  for (const known of [...spellings]) {
    const bedrock = known.replace(BEDROCK_CONTEXT, '');
    spellings.add(bedrock).add(bedrock.replace(BEDROCK_REGION, ''));
  }
  for (const known of [...spellings]) {
    if (!known.startsWith('ft:')) spellings.add(known.replace(DATE_AT_END, '').replace(/-latest$/, ''));
    if (known.startsWith('gemini-')) spellings.add(known.replace(/-0\d\d$/, ''));
    const [kind, tuned] = known.split(':');
    if (kind === 'ft' && tuned) spellings.add(`ft:${tuned}`);
  }
  return [...spellings];
}

function resourceName(name: string): string {
  for (const resource of RESOURCES) {
    const model = resource.exec(name)?.groups?.['model'];
    if (model !== undefined) return model;
  }
  return name;
}
