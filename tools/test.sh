#!/bin/sh
# npm test: installs what is missing, servers included, runs every suite; the last line is "N passed, N failed".
. "$(dirname "$0")/prepare.sh"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# need COMMAND PACKAGE...: the Debian packages, unless the command is there.
need() {
  command=$1
  shift
  if command -v "$command" >/dev/null || ls /usr/lib/postgresql/*/bin/"$command" >/dev/null 2>&1; then return; fi
  echo "millrace: installing $* for the tests ..." >&2
  if [ -z "$updated" ]; then as_root apt-get update -qq >&2 || fail "apt-get update failed"; fi
  updated=yes
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 ||
    fail "could not install $*; the tests need real servers: install them and try again"
}

need pg_ctl postgresql
need redis-server redis-server
need java openjdk-17-jre-headless
need mvn maven
need python3 python3
need faketime faketime
need chromium chromium
need nginx nginx-light
python3 -c 'import ensurepip, venv' 2>/dev/null || need no-such-command python3-venv
case " $* " in *" kubernetes "*) need etcd etcd-server ;; esac
build_bundles
exec node tools/run-tests.mjs "$@"
