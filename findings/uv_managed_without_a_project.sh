#!/bin/sh
# uv 0.13.9: managed = false in pyproject.toml, and uv run.
#
# Guessed: [tool.uv] managed = false in a pyproject.toml that only has settings of tools
# makes uv run leave the folder alone, as its documentation says of the setting.
# Seen: without a [project] table the setting does nothing: uv run makes an empty .venv
# and starts the script with it, so that packages that were there are missing. With a
# [project] table beside it, the setting is obeyed.
#
#     [tool.uv] managed = false                  .venv
#     the same, with [project] name and version  no .venv
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet uv==0.13.9
export UV_CACHE_DIR="$folder/cache" UV_PYTHON_DOWNLOADS=never UV_OFFLINE=1
unset VIRTUAL_ENV
try() {
  mkdir "$folder/$1"
  cd "$folder/$1"
  echo 'print("started")' > script.py
  printf "$2" > pyproject.toml
  "$folder/venv/bin/uv" run --quiet script.py
}
settings='[tool.uv]\nmanaged = false\n'
try settings "$settings"
test -d "$folder/settings/.venv"
echo "settings only: .venv"
try project "$settings[project]\nname = \"a\"\nversion = \"1\"\n"
test ! -e "$folder/project/.venv"
echo "with [project]: no .venv"
