#!/bin/sh
# Sourced by start.sh and test.sh: packages as package-lock.json says, Node 24 first on the PATH, bundles newer than the sources.
cd "$(dirname "$0")/.." || exit 1

fail() {
  echo "millrace: $1" >&2
  exit 1
}

install_packages() {
  wanted=$(cksum package-lock.json package.json)
  [ "$(cat node_modules/.millrace-lock 2>/dev/null)" = "$wanted" ] && return
  echo "millrace: installing packages (once, about a minute) ..." >&2
  # Not npm ci: it refuses any lock file when a registry lacks an optional binding of some other platform. This installs the
  # same locked versions, checked by their integrity, and leaves the lock file alone.
  npm install --no-save --no-audit --no-fund --loglevel=error >&2 ||
    fail "the packages could not be installed; the lines above say why"
  echo "$wanted" >node_modules/.millrace-lock
}

build_bundles() {
  if [ -f dist/.built ] && [ -z "$(find apps libs sdk web package-lock.json rolldown.config.ts -newer dist/.built -not -path '*/node_modules/*' -print -quit)" ]; then
    return
  fi
  echo "millrace: building ..." >&2
  rm -rf dist
  mkdir dist
  # Dated before the build, so that a source changed meanwhile is built next time.
  touch dist/.building
  rolldown -c rolldown.config.ts --logLevel warn >/dev/null || fail "the build failed; the lines above say why"
  vite build --config web/vite.config.ts --logLevel warn || fail "the build of the web UI failed; the lines above say why"
  mv dist/.building dist/.built
}

command -v npm >/dev/null || fail "npm is missing; install Node.js 20 or newer"
install_packages
PATH=$PWD/node_modules/.bin:$PATH
export PATH
case $(node --version) in
  v2[4-9].* | v[3-9][0-9].*) ;;
  *) fail "Node $(node --version) is too old and no Node 24 came with the packages for this platform; install Node 24" ;;
esac
