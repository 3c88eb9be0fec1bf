#!/usr/bin/env bash
# Builds the wheel, installs it into an environment of its own, and uses it from an empty folder.
# Usage: smoke_wheel.sh PYTHON, an interpreter that has `build`.
set -euo pipefail

python=$(realpath --no-symlinks "$1")
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rm -rf dist
"$python" -m build --wheel --outdir dist . >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --no-compile dist/*.whl  # most modules are never imported here
mkdir "$work/empty"
cd "$work/empty"
unset PYTHONPATH KG_STORE KG_BASE
export PATH="$work/venv/bin:$PATH" LC_ALL=C.UTF-8
kg() { "$work/venv/bin/kg" --lang zh "$@"; }

expect() { # expect WORD FILE: the file contains the word
  grep -qF -- "$1" "$2" || { echo "smoke test: “$1” is not in the output of $2:" >&2; head -c 2000 "$2" >&2; exit 1; }
}

kg --help >help && expect "validate " help
kg --version >version && expect "$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/src/kg/__init__.py")" version
kg facts "$root/seeds/jingan-2023-18.txt" >facts && expect '"静府议〔2023〕18号"' facts
kg build "$root/seeds/jingan-2023-18.txt" >build && expect "静府议〔2023〕18号" build
kg reports >reports && expect "静府议〔2023〕18号" reports
kg validate --fail-on violation >validate
kg query --list >list && test "$(wc -l <list)" -ge 10
kg query who-leads-what --format csv >answer && test "$(wc -l <answer)" -ge 2
kg trace 一业一证 >trace && expect "一业一证" trace
kg export --format turtle >graph.ttl && expect "静安区人民政府" graph.ttl
kg view -o page.html && expect "静安区人民政府" page.html
kg view -o picture.png && test "$(head -c 8 picture.png | tail -c 7 | head -c 3)" = PNG
kg remove jingan-2023-18.txt && kg reports >nothing
if grep -qF 静府议 nothing; then echo "smoke test: the report was not removed" >&2; exit 1; fi
echo "smoke test of $(basename "$root"/dist/*.whl): well"
