#!/bin/bash
# deploy/start-test.sh TREE: starts what install.sh has put below TREE, by the unit's own command line and settings, with the
# simulator and a private MariaDB, until health says UP; then stops it as systemd does. Wants an installed mariadbd and curl.
set -euo pipefail
tree=${1:?usage: start-test.sh TREE}
# shellcheck source=deploy/test-rig.sh
. "$(dirname "$0")/test-rig.sh"

# 1. a database of its own
dbport=$(port)
install_db
"$mariadbd" --no-defaults "${dbuser[@]}" --datadir="$work/data" --socket="$work/db.sock" --port="$dbport" --bind-address=127.0.0.1 \
  --character-set-server=utf8mb4 --pid-file="$work/db.pid" >"$work/db.log" 2>&1 &
pids+=($!)
sql() {
  mariadb --no-defaults --socket="$work/db.sock" --user=root -N "$@" 2>/dev/null
}
until_true 30 sql -e 'select 1' >/dev/null
secret=$(head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n')
sql -e "create database kurenda; create user kurenda@127.0.0.1 identified by '$secret'; grant all on kurenda.* to kurenda@127.0.0.1"

# 2. what after-install.sh would make, what an operator would write, and what the unit says, each below the tree
unit=$tree/lib/systemd/system/kurenda.service
mkdir -p "$work/home" "$tree/etc/kurenda/credentials"
while IFS= read -r key; do
  head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$tree/etc/kurenda/credentials/$key"
done < <(sed -n 's/^LoadCredential=\([^:]*\):.*/\1/p' "$unit")
printf %s "$secret" >"$tree/etc/kurenda/credentials/spring.datasource.password"
: >"$tree/etc/kurenda/credentials/kurenda.smsc.password"
here() { # paths of the unit, below the tree
  sed -e "s:%d/:$tree/etc/kurenda/credentials/:" -e "s:/etc/kurenda/\$:$tree/etc/kurenda/:" -e "s:/var/lib/kurenda:$work/home:" \
    -e "s:/usr/bin/java:$(command -v java):" -e "s:/usr/lib/kurenda/:$tree/usr/lib/kurenda/:"
}
http=$(port)
(
  set -a
  # shellcheck source=/dev/null
  . "$tree/etc/kurenda/kurenda.env"
  export SPRING_DATASOURCE_URL="jdbc:mariadb://127.0.0.1:$dbport/kurenda" SERVER_PORT="$http" KURENDA_DEMO=true KURENDA_SAMPLES=false
  while IFS= read -r setting; do
    export "${setting?}"
  done < <(sed -n 's/^Environment=//p' "$unit" | here)
  set +a
  cd "$work/home"
  read -r -a command < <(sed -n 's/^ExecStart=//p' "$unit" | here)
  words=()
  for word in "${command[@]}"; do
    # as systemd does it: a variable that stands alone becomes words
    # shellcheck disable=SC2206
    if [ "$word" = "\$JAVA_OPTIONS" ]; then words+=($JAVA_OPTIONS); else words+=("$word"); fi
  done
  exec "${words[@]}"
) >"$work/kurenda.log" 2>&1 &
kurenda=$!
pids+=("$kurenda")

# 3. it comes up, with the secrets of the files, and goes within the time that the unit gives it
up() {
  kill -0 "$kurenda" 2>/dev/null || fail "it ended"
  [[ $(curl -sf "http://127.0.0.1:$http/actuator/health") == '{"status":"UP"'* ]]
}
until_true 180 up
password=$(cat "$tree/etc/kurenda/credentials/kurenda.admin.password")
[[ $(curl -s -u "admin:$password" "http://127.0.0.1:$http/actuator/health") == *'"details"'* ]] || fail "the administrator is not known"
metrics=$(curl -s -H "Authorization: Bearer $(cat "$tree/etc/kurenda/credentials/kurenda.metrics.token")" \
  "http://127.0.0.1:$http/actuator/prometheus")
[[ $metrics == *'kurenda_database_up 1'* ]] || fail "metrics are not told"
[ -d "$work/home/dropbox/waste/in" ] || fail "there is no folder to drop exports into"
stop=$SECONDS
kill "$kurenda"
wait "$kurenda" && status=0 || status=$?
[ "$status" -eq 143 ] || fail "it ended with $status"
[ "$((SECONDS - stop))" -lt 30 ] || fail "it took $((SECONDS - stop)) s to stop"
! grep -q "$secret" "$work/kurenda.log" || fail "a secret stands in the log"
echo "installed, started, stopped in $((SECONDS - stop)) s"
