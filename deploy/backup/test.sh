#!/bin/bash
# Loads, backs up, works on, restores to a point in time, on a private MariaDB, and holds the books of then against those that
# come back: row by row, and to the grosz. Wants target/kurenda.jar and an installed mariadbd.
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=${KURENDA_JAR:-$PWD/target/kurenda.jar}
here=$PWD/deploy/backup
. deploy/test-rig.sh
socket=$work/db.sock
export MYSQL_OPTIONS="--no-defaults --socket=$socket --user=root"

sql() { # shellcheck disable=SC2086
  mariadb $MYSQL_OPTIONS -N "$@"
}
say() { echo "backup test, ${SECONDS} s: $*"; }

# 1. a server with a binary log, by the settings that are recommended, but small
dbport=$(port)
install_db
sed -e "s:/var/lib/mysql:$work/data:" -e 's/= 2G/= 64M/' -e 's/= 1G/= 48M/' deploy/mariadb/kurenda.cnf >"$work/my.cnf"
serve() {
  "$mariadbd" --defaults-file="$work/my.cnf" "${dbuser[@]}" --datadir="$work/data" --socket="$socket" --port="$dbport" \
    --pid-file="$work/db.pid" >>"$work/db.log" 2>&1 &
  server=$!
  pids+=("$server")
  until_true 30 sql -e 'select 1' >/dev/null 2>&1
}
serve

# 2. a daemon with the simulator, in a home of its own
http=$(port)
mkdir "$work/home"
(cd "$work/home" && exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -jar "$jar" --server.port="$http" \
  --spring.datasource.url="jdbc:mariadb://127.0.0.1:$dbport/kurenda?createDatabaseIfNotExist=true" \
  --spring.datasource.username=root --spring.datasource.password= --kurenda.demo=true --kurenda.samples=false \
  --kurenda.node=backup-test) >"$work/daemon.log" 2>&1 &
daemon=$!
pids+=("$daemon")
until_true 300 test -d "$work/home/dropbox/waste/in"

drop() { # NAME FIRST ROWS
  {
    echo 'telefon;kwota;nr sprawy'
    for ((n = $2; n < $2 + $3; n++)); do printf '60%07d;%d,%02d;S%d\r\n' "$n" "$((n % 90 + 1))" "$((n % 100))" "$n"; done
    echo '123;1,00;bad'
  } >"$work/$1.part"
  mv "$work/$1.part" "$work/home/dropbox/waste/in/$1"
}
settled() { # FILES: loaded, and everything final; the simulator's numbers meet all fates
  [ "$(sql kurenda -e "select concat((select count(*) from batch where state = 'LOADED'), '/',
    (select count(*) from reminder where state in ('QUEUED', 'CLAIMED', 'SUBMITTING', 'ENROUTE')), '/', (select count(*) from receipt_inbox))" 2>/dev/null)" = "$1/0/0" ]
}
books() { # all that finance and an audit see, of the database as it is now
  sql kurenda -e "
    select 'batch', id, state, row_count, rejected, queued, amount_total, segments, cost from batch order by id;
    select 'rows', batch_id, state, count(*), sum(amount), sum(cost), sum(segments), sum(crc32(concat(id, msisdn, text))) from reminder group by 2, 3 order by 2, 3;
    select 'rejected', batch_id, count(*), sum(amount), sum(crc32(raw)) from rejected_row group by 2 order by 2;
    select 'outcome', source, state, count(*), sum(cost), sum(crc32(concat(id, reminder_id))) from outcome group by 2, 3 order by 2, 3;
    select 'segment', state, count(*), sum(crc32(message_id)) from segment group by 2 order by 2;
    select 'history', count(*), sum(crc32(concat(id, to_state))) from history;
    select 'counted', batch_id, state, sum(reminders), sum(amount) from state_count group by 2, 3 having sum(reminders) <> 0 order by 2, 3"
}
balanced() { # the conservation law, of each file: rows and grosze, by the rows and by the counters
  sql kurenda -e "
    select count(*) from batch b where row_count <> (select count(*) from reminder r where r.batch_id = b.id)
        + (select count(*) from rejected_row x where x.batch_id = b.id)
      or amount_total <> (select coalesce(sum(amount), 0) from reminder r where r.batch_id = b.id)
        + (select coalesce(sum(amount), 0) from rejected_row x where x.batch_id = b.id)
      or amount_total <> (select sum(amount) from state_count c where c.batch_id = b.id)"
}

# 3. a file before the backup, one after it, and one after the point that we want back
drop first.csv 1000 400
until_true 180 settled 1
say "first file settled"
"$here/kurenda-backup" "$work/backup"
drop second.csv 3000 300
until_true 180 settled 2
sleep 1.1 # binary logs know seconds
books >"$work/then.txt"
point=$(date -u '+%F %T')
sleep 1.1
drop third.csv 5000 200
until_true 180 settled 3
kill "$daemon" && wait "$daemon" && status=0 || status=$?
[ "$status" -eq 143 ] || fail "the daemon ended with $status"
say "work after $point done"
sql -e 'flush logs; flush logs'
"$here/kurenda-backup" "$work/backup" >/dev/null # takes the binary logs so far

# 4. the disaster, and the way back, on a server that was made anew: its binary logs have the names of the old one's
kill "$server"
wait "$server" || true
mv "$work/data" "$work/data.old"
install_db
serve
sql -e 'create database kurenda; create table kurenda.other (id int); flush logs; flush logs; insert into kurenda.other values (1)'
sleep 1.1 # the name of a dump knows seconds
"$here/kurenda-backup" "$work/backup" 2>"$work/aside.log" >/dev/null
grep -q 'another server than before' "$work/aside.log" || fail "the new server was taken for the old one"
"$here/kurenda-backup" "$work/backup" 2>"$work/aside.log" >/dev/null
[ ! -s "$work/aside.log" ] || fail "the same server was taken for another"
[ "$(find "$work/backup/binlog" -mindepth 1 -type d | wc -l)" = 1 ] || fail "one folder should be aside"
sql -e 'drop database kurenda'
dump=$(find "$work/backup" -name 'kurenda-*.sql.gz' | sort | head -n 1)
# it is not gone on with by the logs of the new server, nor with one missing
mkdir "$work/newer" "$work/holes"
cp "$work"/backup/binlog/*.[0-9]* "$work/newer"
cp "$work"/backup/binlog/until-*/*.[0-9]* "$work/holes"
find "$work/holes" -name '*.[0-9]*' | sort | tail -n 2 | head -n 1 | xargs rm
for wrong in newer holes; do
  if "$here/kurenda-restore" "$dump" --binlogs "$work/$wrong" 2>"$work/refused.log" || ! grep -q kurenda-bin "$work/refused.log"; then
    echo "the binary logs in $wrong were taken" >&2
    exit 1
  fi
done
"$here/kurenda-restore" "$dump" --binlogs "$work/backup/binlog" --until "$point"
books >"$work/back.txt"
diff "$work/then.txt" "$work/back.txt" || fail "the books that came back are not those of $point"
[ "$(wc -l <"$work/back.txt")" -ge 10 ] || { echo "the books are empty" >&2; cat "$work/back.txt" >&2; exit 1; }
[ "$(balanced)" = 0 ] || fail "a file does not add up"
if "$here/kurenda-restore" "$dump" 2>/dev/null; then
  echo "a restore over a database that is there was not refused" >&2
  exit 1
fi
# the product's own word, by the script that operators use, as a user who is not root
if [ "$(id -u)" -eq 0 ]; then
  mkdir -p "$work/etc/credentials"
  chmod 0711 "$work"
  : >"$work/etc/credentials/spring.datasource.password"
  cat >"$work/etc/kurenda.env" <<EOF
SPRING_DATASOURCE_URL="jdbc:mariadb://127.0.0.1:$dbport/kurenda"
SPRING_DATASOURCE_USERNAME=root
KURENDA_HOME="$work/home"
EOF
  chown -R daemon: "$work/home"
  today=$(TZ=Europe/Warsaw date +%F)
  KURENDA_ETC=$work/etc KURENDA_JAR=$jar KURENDA_USER=daemon XDG_RUNTIME_DIR=$work \
    "$here/../systemd/kurenda" report "--date=$today" >"$work/report.log" 2>&1 || { cat "$work/report.log" >&2; exit 1; }
  tail -n 1 "$work/home/dropbox/outbound/summary-$today.csv" | grep OK || fail "the report does not balance"
fi
say "restored to $point: $(sql kurenda -e "select concat(count(*), ' reminders, ', sum(amount), ' grosze, ', sum(cost), ' PLN') from reminder"), balanced"
