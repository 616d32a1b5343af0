# Read by back-up.sh and restore.sh: what both have to know of the stores, and how they talk to ClickHouse.

fail() {
  echo "millrace: $*" >&2
  exit 1
}

for name in MILLRACE_CLICKHOUSE_URL MILLRACE_POSTGRES_URL CLICKHOUSE_BACKUP BLOBS BLOBS_BACKUP; do
  eval "value=\${$name:-}"
  [ -n "$value" ] || fail "set $name: docs/backup.md says to what"
done
for command in $COMMANDS; do
  command -v "$command" >/dev/null || fail "$command is not installed here, or not in the PATH"
done

address=${MILLRACE_CLICKHOUSE_URL%/*}
database=${MILLRACE_CLICKHOUSE_URL##*/}

# clickhouse STATEMENT: its answer. Address and statement have secrets: they go in where no list of processes shows them.
clickhouse() {
  statement=$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')
  printf 'url = "%s/"\ndata-binary = "%s"\n' "$address" "$statement" |
    curl --config - --silent --show-error --fail-with-body
}

# clickhouse_to_end BACKUP-OR-RESTORE: not as one request, which would last longer than a request may.
clickhouse_to_end() {
  id=$(clickhouse "$1 ASYNC" | cut -f 1)
  [ -n "$id" ] || fail "ClickHouse did not begin: $1"
  while :; do
    status=$(clickhouse "SELECT status FROM system.backups WHERE id = '$id'")
    case $status in
      BACKUP_CREATED | RESTORED) return ;;
      CREATING_BACKUP | RESTORING) sleep 1 ;;
      *) fail "ClickHouse: $status $(clickhouse "SELECT splitByString(', Stack trace', error)[1] FROM system.backups WHERE id = '$id'")" ;;
    esac
  done
}
