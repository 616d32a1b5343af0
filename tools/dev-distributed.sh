#!/bin/sh
# npm run dev:distributed: every service as a process of its own on real servers. Needs the Debian packages that npm test installs.
. "$(dirname "$0")/prepare.sh"
build_bundles
exec node tools/dev-distributed.ts "$@"
