#!/bin/sh
# npm run bench -- ingest [--distributed] | masking | capacity | queries | prompts | registry | jobs | judging [--distributed] [--traces=N] | evaluations [--traces=N] [--minutes=N] [--judge] | schema | tracing [--rounds=N] | soak [--distributed] [--minutes=N] | translate | fairness [--distributed] [--seconds=N] | web: measures the built Millrace, writes benchmarks/results.
. "$(dirname "$0")/prepare.sh"
build_bundles

bench() {
  name=$1
  shift
  node --experimental-transform-types --disable-warning=ExperimentalWarning "benchmarks/$name.ts" "$@"
}

case ${1:-all} in
  all) bench ingest && bench ingest --distributed && bench queries ;;
  *[!a-z]*) fail "unknown benchmark '$1'" ;;
  *)
    [ -f "benchmarks/$1.ts" ] || fail "unknown benchmark '$1'; there are: $(cd benchmarks && ls -- *.ts | sed 's/\.ts$//' | tr '\n' ' ')and all"
    bench "$@"
    ;;
esac
