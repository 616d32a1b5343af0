import { Rejected } from '@millrace/domain';

/**
 * Names that no query of an analyst may use, be it as a function, a table function, a database or a column. The engine's grants
 * shut most of what is dangerous; these are what it gives to everyone: the embedded engine reads any file by `file()`, and others
 * tell of the machine, the server or what it runs, write to its log, or ask other servers.
 */
const FORBIDDEN = [
  // Files, other servers, models, dictionaries, logs.
  /^(file|catboostEvaluate|evalMLMethod|reverseDNSQuery|getClientHTTPHeader|logTrace|sleep|sleepEachRow)$/i,
  /^(ai[A-Z]|AI[A-Z]|dict(Get|Has|IsIn)|joinGet|regionTo|regionIn|regionHierarchy|zookeeper|keeper)/,
  // The machine and the server.
  /^(host_?name|fqdn|full_?host_?name|display_?name|tcp_?port|server_?uuid|uptime|build_?id|get_?os_?kernel_?version)$/i,
  /^(get(ServerPort|ServerSetting|MergeTreeSetting|Macro)|filesystem(Available|Capacity|Unreserved)|showCertificate)$/i,
  /^(current|default|enabled)(Profiles|Roles)$/i,
  /^(connection_?id|transaction|addressTo|demangle|trap)/i,
  // Texts that are run as queries, models and counters that all share.
  /^(eval|viewExplain|naiveBayes\w*|generateSerialID)$/i,
  // What blocks and the index hold of other tenants' rows.
  /^(indexHint|block(Number|Size|SerializedSize)|rowNumberInBlock|neighbor|running[A-Z]\w*)$/i,
  /^(dumpColumnStructure|lowCardinality(Keys|Indices))$/i,
  // Tables of others.
  /^(system|information_schema|merge|loop|cluster|clusterAllReplicas|remote|remoteSecure|dictionary|executable|mergeTree[A-Z]\w*)$/i,
];
/** A quoted name is matched whole, so that a quote within it begins no text. */
const QUOTED = /'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"/gs;
/**
 * All that the engine's parser writes outside of quotes. It gives the type of a parameter back as it stood, a comment with a
 * quote in it too, behind which all else would look like a text.
 */
const UNQUOTED = /^[\w\s(),.:*+\-/%=<>!|[\]{}@^?]*$/;
const COMMENT = /--|\/\*/;
/** A parameter in the place of a name is filled in later than this look. */
const NAME_PARAMETER = /\{\s*\w+\s*:\s*Identifier\s*\}/i;
const IDENTIFIER = /[A-Za-z_]\w*/g;
const STATEMENT = /^(SELECT|WITH)\b/;
const HAS_FORMAT = /\bFORMAT \w+\s*$/;
/** The engine checks the outer clause against the limits, but not one within a subquery. */
const HAS_SETTINGS = /\bSETTINGS\b/;

/**
 * What may not be asked although the engine would let it. `canonical` is the query as the engine's own parser writes it: one
 * statement, no comments, no escapes in names, texts in single quotes only. So a name can't be hidden from this look.
 */
export function checkQuery(canonical: string): void {
  const bare = canonical
    .replaceAll(QUOTED, (token) => (token.startsWith("'") ? "''" : token))
    .replace(/^[(\s]+/, '');
  const unquoted = bare.replaceAll(QUOTED, ' ');
  if (!UNQUOTED.test(unquoted) || COMMENT.test(unquoted)) {
    throw new Rejected(
      "the type of a parameter has a comment or a quote that is not taken; write it as in {name:Map(String, DateTime64(3, 'UTC'))}",
    );
  }
  if (!STATEMENT.test(bare))
    throw new Rejected('the query is no SELECT; only SELECT and WITH … SELECT are taken');
  if (HAS_FORMAT.test(bare)) {
    throw new Rejected(
      "the query ends in FORMAT; leave it out and name the format in the request's field format",
    );
  }
  if (NAME_PARAMETER.test(bare))
    throw new Rejected('a parameter of the type Identifier is not taken; write the name');
  if (HAS_SETTINGS.test(bare)) throw new Rejected("SETTINGS can't be used in a query here; leave it out");
  for (const [name] of bare.matchAll(IDENTIFIER)) {
    if (FORBIDDEN.some((pattern) => pattern.test(name))) {
      throw new Rejected(
        `'${name}' can't be used in a query here. There are the views traces, spans and assessments; ` +
          'if it is an alias of yours, give it another name.',
      );
    }
  }
}
