# shellcheck shell=bash
# Sourced by the tests here: a folder $work that goes away at the end, the processes $pids that are stopped first, and what is
# needed for a private MariaDB. Wants an installed mariadbd.
work=$(mktemp -d)
pids=()
# shellcheck disable=SC2317 # called by trap
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
fail() {
  echo "$0: $*" >&2
  tail -n 40 "$work"/*.log >&2
  exit 1
}
until_true() { # SECONDS COMMAND…
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || fail "too late: $*"
    sleep 0.2
  done
}
port() { # that nobody listens at
  local port
  for port in $(shuf -i 20000-32000 -n 50); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  return 1
}
mariadbd=$(command -v mariadbd || echo /usr/sbin/mariadbd)
[ -x "$mariadbd" ] || { echo "no mariadbd: install mariadb-server" >&2; exit 1; }
dbuser=()
[ "$(id -u)" -ne 0 ] || dbuser=(--user=root)
install_db() {
  TMPDIR=$work mariadb-install-db --no-defaults "${dbuser[@]}" --datadir="$work/data" --auth-root-authentication-method=normal \
    >>"$work/install.log"
}
