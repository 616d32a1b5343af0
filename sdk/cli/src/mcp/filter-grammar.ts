/** For a model that writes filters: docs/filters.md in short. */
export const FILTER_GRAMMAR = `Filter grammar. Clauses with AND, OR, NOT and brackets; text in single quotes; keywords in any case.
Trace fields: status ('OK','ERROR','IN_PROGRESS'), name, session, user, model, service, run_id, request_id (the trace id), latency and
end_time and timestamp (latency > '5s', timestamp > '2026-11-21T09:30:00Z'), tokens, tokens.input, tokens.output, cost (US dollars),
span_count, error_count, tags.KEY, metadata.KEY (other characters in backticks: tags.\`my key\`), feedback.NAME, expectation.NAME,
prompt = 'name/version', inputs, outputs, text. Comparators: = != < <= > >= IN (…) LIKE ILIKE RLIKE, IS NULL, IS NOT NULL;
text MATCH 'words' finds words; a bare 'words to find' searches inputs and outputs.
One span that is all of this: span(type = 'TOOL' AND status = 'ERROR' AND latency > '1s'); inside: name, type (LLM, CHAT_MODEL, TOOL,
AGENT, RETRIEVER, CHAIN, EMBEDDING, …), status, model, provider, latency, tokens, cost, attributes.KEY, inputs, outputs, and
parent(…), ancestor(…), child(…), descendant(…).
Examples: status = 'ERROR' AND tags.env = 'prod'   |   cost > 0.5 OR latency > '30s'   |   NOT span(type = 'RETRIEVER') AND feedback.relevance = 'yes'`;
