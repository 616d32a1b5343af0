#!/bin/sh
# npm run bench -- ingest [--distributed] | masking | queries | prompts | registry | jobs | judging [--distributed] [--traces=N] | evaluations [--traces=N] [--minutes=N] [--judge] | soak [--distributed] [--minutes=N] | translate | fairness [--distributed] [--seconds=N] | web: measures the built Millrace, writes benchmarks/results.
. "$(dirname "$0")/prepare.sh"
build_bundles
case ${1:-all} in
  ingest) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/ingest.ts "$@" ;;
  masking) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/masking.ts "$@" ;;
  schema) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/schema.ts "$@" ;;
  queries) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/queries.ts "$@" ;;
  prompts) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/prompts.ts "$@" ;;
  registry) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/registry.ts "$@" ;;
  jobs) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/jobs.ts "$@" ;;
  judging) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/judging.ts "$@" ;;
  evaluations) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/evaluations.ts "$@" ;;
  fairness) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/fairness.ts "$@" ;;
  web) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/web.ts "$@" ;;
  soak) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/soak.ts "$@" ;;
  translate) shift && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/translate.ts "$@" ;;
  all) node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/ingest.ts && node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/ingest.ts --distributed && exec node --experimental-transform-types --disable-warning=ExperimentalWarning benchmarks/queries.ts ;;
  *) fail "unknown benchmark '$1'; there are: ingest, masking, queries, prompts, registry, jobs, judging, evaluations, schema, soak, translate, web, all" ;;
esac
