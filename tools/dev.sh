#!/bin/sh
# npm run dev: standalone as npm start runs it, and the web UI from its sources on http://localhost:5173, new with every save.
. "$(dirname "$0")/prepare.sh"
build_bundles
node --import=./tools/source-maps.mjs dist/standalone/main.js "$@" &
server=$!
trap 'kill $server 2>/dev/null; wait $server' EXIT INT TERM
vite --config web/vite.config.ts
