"""Reads exports of traces and results of SQL as analysts do. Usage: read_files.py URL FOLDER; prints what it found as JSON."""

import json
import pathlib
import sys
import urllib.request

import duckdb
import pandas
import pyarrow.ipc

base, folder = sys.argv[1], pathlib.Path(sys.argv[2])
url = f"{base}/api/v1/traces/export?consistency=strong&format=parquet"
frame = pandas.read_parquet(url)

path = folder / "traces.parquet"
urllib.request.urlretrieve(url, path)
by_duckdb = duckdb.sql(f"SELECT name, sum(span_count) FROM '{path}' GROUP BY name").fetchall()

sessions = pandas.read_parquet(f"{base}/api/v1/sessions?consistency=strong&format=parquet")
spans = pandas.read_parquet(f"{base}/api/v1/spans?consistency=strong&format=parquet&limit=10")
listed = pandas.read_csv(f"{base}/api/v1/traces?consistency=strong&format=csv")

request = urllib.request.Request(
    f"{base}/api/v1/sql",
    data=json.dumps({"query": "SELECT name, duration_ms, attributes FROM spans", "format": "arrow"}).encode(),
    headers={"content-type": "application/json"},
)
with urllib.request.urlopen(request) as answer:
    table = pyarrow.ipc.open_stream(answer).read_all()

print(
    json.dumps(
        {
            "pandas": frame[["name", "span_count"]].to_dict("records"),
            "sessions": sessions[["session_id", "trace_count"]].to_dict("records"),
            "spans": [[row.name_, str(row.start_time.tz)] for row in spans.rename(columns={"name": "name_"}).itertuples()],
            "csv": listed["name"].to_list(),
            "duckdb": [[name, int(count)] for name, count in by_duckdb],
            "arrow": table.column("name").to_pylist(),
        }
    )
)
