#!/bin/sh
# npm run screenshots [-- --url=http://localhost:5000] [--notebook]: pictures of every page, over the demo, into docs/screenshots; or of the example notebook. Needs Chromium.
. "$(dirname "$0")/prepare.sh"
build_bundles
exec node --experimental-transform-types --disable-warning=ExperimentalWarning tools/screenshots/main.ts "$@"
