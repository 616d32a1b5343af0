#!/bin/sh
# npm start: installs what is missing, builds what changed, runs standalone. Flags are passed on: npm start -- --port=5001
. "$(dirname "$0")/prepare.sh"
build_bundles
# Compiled code is kept from one start to the next: most of a start is loading modules.
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-.cache/node-compile}"
exec node --max-semi-space-size=32 --import=./tools/source-maps.mjs dist/standalone/main.js "$@"
