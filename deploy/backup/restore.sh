#!/bin/sh
# Restores what back-up.sh made into new, empty stores, while all services are stopped:
# deploy/backup/restore.sh <folder> kafka-kept|kafka-lost. See docs/backup.md.
set -eu
COMMANDS='curl psql pg_restore rclone'
folder=${1:?name the folder that back-up.sh made}
case ${2:-} in
  kafka-kept) COMMANDS="$COMMANDS kafka-consumer-groups.sh" ;;
  kafka-lost) ;;
  *)
    echo 'millrace: say kafka-kept or kafka-lost after the folder' >&2
    exit 1
    ;;
esac
. "$(dirname "$0")/stores.sh"
[ -f "$folder/begun-at" ] || fail "$folder has no begun-at: it is no backup, or one that was not finished"

clickhouse_to_end "RESTORE DATABASE \`$database\` FROM $CLICKHOUSE_BACKUP"
pg_restore --exit-on-error --single-transaction --no-owner --dbname="$MILLRACE_POSTGRES_URL" "$folder/postgres.dump"
rclone copy --immutable "$BLOBS_BACKUP" "$BLOBS"

if [ "$2" = kafka-lost ]; then
  echo 'restored. Raise MILLRACE_KAFKA_EPOCH by one for all services before you start them'
  exit
fi
# The log has spans of experiments that were made after the backup: their numbers must not be given to others.
psql --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 "$MILLRACE_POSTGRES_URL" >/dev/null <<'SQL'
SELECT setval(pg_get_serial_sequence('experiments', 'id'), nextval(pg_get_serial_sequence('experiments', 'id')) + 1000000)
SQL
# The writer reads again what came since; what is stored twice is stored once.
prefix=${MILLRACE_KAFKA_TOPIC_PREFIX:-millrace}
kafka-consumer-groups.sh --bootstrap-server "$MILLRACE_KAFKA_BROKERS" \
  ${KAFKA_CLIENT_PROPERTIES:+--command-config "$KAFKA_CLIENT_PROPERTIES"} \
  --group "$prefix.writer" --topic "$prefix.spans" \
  --reset-offsets --to-datetime "$(cat "$folder/replay-from")" --execute
echo 'restored, and the writer is set back to where the backup began. Start the services with the same MILLRACE_KAFKA_EPOCH'
