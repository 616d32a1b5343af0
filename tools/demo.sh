#!/bin/sh
# npm run demo [-- --url http://localhost:5000] [--workspace name]: loads a week of a made-up shop into a running Millrace.
. "$(dirname "$0")/prepare.sh"
exec node --experimental-transform-types --disable-warning=ExperimentalWarning tools/demo/main.ts "$@"
