#!/bin/sh
# npm start: installs what is missing, builds what changed, runs standalone. Flags are passed on: npm start -- --port=5001
. "$(dirname "$0")/prepare.sh"
build_bundles
exec node --max-semi-space-size=32 --enable-source-maps dist/standalone/main.js "$@"
