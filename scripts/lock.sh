#!/bin/sh
# Write requirements/*.txt and package-lock.json anew from pyproject.toml, node.in and package.json.
# The lock files name every file by its hash and no address: clients use the index they are set to.
set -eu
cd "$(dirname "$0")/.."

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
.venv/bin/python -m venv "$room" || {
    echo "make lock needs a Python with venv and pip." >&2
    exit 1
}
"$room/bin/python" -m pip install --quiet pip-tools==7.6.2

lock() {
    "$room/bin/python" -m piptools compile --quiet --upgrade --generate-hashes --allow-unsafe \
        --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
        --no-emit-trusted-host --no-emit-options "$@"
}

lock --output-file requirements/run.txt pyproject.toml
lock --extra postgres --output-file requirements/postgres.txt pyproject.toml
lock --extra bench --output-file requirements/bench.txt pyproject.toml
lock --extra dev --extra postgres --output-file requirements/dev.txt pyproject.toml
lock --output-file requirements/node.txt requirements/node.in
npm install --package-lock-only
npm install --package-lock-only --prefix playground
