// Runs a ClickHouse server out of libchdb in this process: node host.mjs DATA_DIR HTTP_PORT CONFIG_XML LOG_LEVEL
// Plain JavaScript, because it is started as a file of its own and never bundled. Ends when its stdin closes: the parent died.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DataType, load, open } from 'ffi-rs';

/** Not documented by chdb: the package version is pinned and a contract test notices a change. */
const ENTRY = 'chdb_query_cmdline';
// Listening starts from SQL; the endless query keeps the engine alive and reads no file.
const HOLD =
  'SYSTEM START LISTEN HTTP; SELECT sleepEachRow(1) FROM system.numbers ' +
  'SETTINGS max_block_size=1, max_execution_time=0 FORMAT Null';

const [dataDir, httpPort, config, logLevel] = process.argv.slice(2);
const args = [
  'clickhouse',
  '--path',
  dataDir,
  `--http_port=${httpPort}`,
  '--listen_host=127.0.0.1',
  `--config-file=${config}`,
  `--log-level=${logLevel}`,
  '--query',
  HOLD,
];

// An orderly exit waits for engine threads and hangs; kill -9 loses nothing acknowledged.
const die = () => process.kill(process.pid, 'SIGKILL');
const fail = (why) => {
  process.stderr.write(`clickhouse host: ${why}\n`, () => process.reallyExit(1));
};

process.stdin.resume();
process.stdin.on('end', die);
process.stdin.on('error', die);
// Ctrl-C and service managers signal the whole group: the parent drains first and then ends this process itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

try {
  // Under memory pressure the engine goes before the application: it is restarted, and nothing acknowledged is lost.
  writeFileSync('/proc/self/oom_score_adj', '500');
} catch {
  // Not every container lets a process change it; it only orders victims.
}

const library = createRequire(import.meta.url).resolve(`@chdb/lib-linux-${process.arch}-gnu/libchdb.so`);
try {
  open({ library: 'chdb', path: library });
  load({
    library: 'chdb',
    funcName: ENTRY,
    retType: DataType.External,
    paramsType: [DataType.I32, DataType.StringArray],
    paramsValue: [args.length, args],
    runInNewThread: true,
  }).then(() => fail('engine returned'), fail);
} catch (error) {
  fail(error);
}
