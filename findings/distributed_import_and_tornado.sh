#!/bin/sh
# distributed 2026.8.0 and tornado 6.6.1, Python 3.11: what an import does to a log.
#
# Guessed: import distributed leaves the logs of other packages alone.
# Seen: it sets the levels of tornado's and bokeh's loggers. A program that serves pages
# with tornado, and logs its warnings, logs none of them any more, nor who has asked for
# which page, once some module has imported distributed.
#
#     before   tornado.access INFO: logged, tornado.general WARNING: logged
#     after    neither; logging.getLogger("tornado").level is 50, CRITICAL
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet distributed==2026.8.0 tornado==6.6.1
cd "$folder"
export HOME="$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import io
import logging

stream = io.StringIO()
logging.basicConfig(stream=stream, level=logging.INFO)


def log():
    logging.getLogger("tornado.access").info("200 GET /")
    logging.getLogger("tornado.general").warning("cannot write")
    lines = stream.getvalue().splitlines()
    stream.seek(0)
    stream.truncate()
    return lines


before = log()
import distributed

after = log()
print("before", before)
print("after", after, {n: logging.getLogger(n).level for n in ("tornado", "bokeh")})
assert len(before) == 2 and after == []
assert logging.getLogger("tornado").level == logging.CRITICAL
assert logging.getLogger("bokeh").level == logging.ERROR
PYTHON
