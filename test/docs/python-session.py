"""Runs blocks of Python one after the other in one namespace, as a notebook does.

Each line of the input is JSON: `file` and `line` where the block stands, its `text`, and the `environment`. Each line of the
output is JSON: what it `printed`, and its `fault`, absent when it ran.
"""

import ast
import contextlib
import io
import json
import os
import sys
import traceback

namespace = {"__name__": "__main__"}
answers = sys.stdout
# Files of the page are imported from beside it.
sys.path[0] = os.getcwd()


def run(block):
    os.environ.update(block["environment"])
    tree = ast.parse(block["text"], block["file"])
    ast.increment_lineno(tree, block["line"])
    exec(compile(tree, block["file"], "exec"), namespace)


for line in sys.stdin:
    printed, fault = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        try:
            run(json.loads(line))
        except BaseException:
            fault = traceback.format_exc()
    print(json.dumps({"printed": printed.getvalue(), "fault": fault}), file=answers, flush=True)
