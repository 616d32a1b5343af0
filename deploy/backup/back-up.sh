#!/bin/sh
# Backs the stores of separate services up, which go on meanwhile: deploy/backup/back-up.sh <new folder>. See docs/backup.md.
set -eu
COMMANDS='curl pg_dump rclone'
. "$(dirname "$0")/stores.sh"
folder=${1:?name a folder that is not there yet}
[ -n "${MILLRACE_URL:-}" ] || fail 'set MILLRACE_URL: the address of the API'

mkdir "$folder"
now=$(date +%s)
at() { date -u -d "@$1" +%Y-%m-%dT%H:%M:%S.000; }
# A minute earlier: the brokers have clocks of their own.
at $((now - 60)) >"$folder/replay-from"

# 1. All that was acknowledged until here is in ClickHouse.
until curl --silent --show-error --fail ${MILLRACE_API_KEY:+--header "authorization: Bearer $MILLRACE_API_KEY"} \
  "$MILLRACE_URL/api/v1/freshness?consistency=strong" | grep -q '"is_complete":true'; do
  sleep 1
done
# 2. Each of the next may know more than the one before, never less.
clickhouse_to_end "BACKUP DATABASE \`$database\` TO $CLICKHOUSE_BACKUP"
pg_dump --format=custom --no-owner --file="$folder/postgres.dump" "$MILLRACE_POSTGRES_URL"
rclone copy --immutable "$BLOBS" "$BLOBS_BACKUP"

at "$now" >"$folder/begun-at"
echo "backed up: all that was acknowledged before $(cat "$folder/begun-at") UTC"
