#!/bin/sh
# npm run millrace -- <command>: see docs/cli.md; npm run backup -- <target>, npm run restore -- <backup> <new data folder>, npm run doctor [-- --json]: see docs/backup.md.
. "$(dirname "$0")/prepare.sh"
build_bundles
exec node --import=./tools/source-maps.mjs dist/cli/main.js "$@"
