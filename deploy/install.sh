#!/bin/sh
# Puts Kurenda's files where the service looks for them.
#   deploy/install.sh            on this machine, as root
#   DESTDIR=/tmp/x deploy/install.sh   below that folder, as anybody: for a package
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${1:-$here/../target/kurenda.jar}
root=${DESTDIR:-}

if [ ! -f "$jar" ]; then
  echo "There is no $jar: make it with mvn -B package, or name it" >&2
  exit 1
fi
if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
  echo "Run it as root, or set DESTDIR" >&2
  exit 1
fi

install -d "$root/usr/lib/kurenda/routes" "$root/usr/bin" "$root/lib/systemd/system" "$root/usr/share/doc/kurenda/monitoring" \
  "$root/usr/share/doc/kurenda/mariadb"
install -d -m 0750 "$root/etc/kurenda" "$root/etc/kurenda/credentials"
install -m 0644 "$jar" "$root/usr/lib/kurenda/kurenda.jar"
install -m 0755 "$here/vendor-check" "$root/usr/lib/kurenda/"
install -m 0755 "$here/systemd/kurenda" "$here/backup/kurenda-backup" "$here/backup/kurenda-restore" "$root/usr/bin/"
install -m 0644 "$here"/systemd/*.service "$here"/systemd/*.timer "$root/lib/systemd/system/"
install -m 0644 "$here"/../routes/*.yaml "$root/usr/lib/kurenda/routes/"
install -m 0644 "$here"/*.md "$root/usr/share/doc/kurenda/"
install -m 0644 "$here"/monitoring/* "$root/usr/share/doc/kurenda/monitoring/"
install -m 0644 "$here"/mariadb/* "$root/usr/share/doc/kurenda/mariadb/"
# what the jar is made of, for those who look for known holes; it is in the jar as well
bill=$(dirname "$jar")/classes/META-INF/sbom/application.cdx.json
if [ -f "$bill" ]; then
  install -m 0644 "$bill" "$root/usr/share/doc/kurenda/kurenda.cdx.json"
fi
for file in kurenda.env application.yml; do
  # what the operator has written stays
  if [ -z "$root" ] && [ -e "/etc/kurenda/$file" ]; then
    install -m 0640 "$here/systemd/$file" "/etc/kurenda/$file.new"
  else
    install -m 0640 "$here/systemd/$file" "$root/etc/kurenda/$file"
  fi
done
if [ -z "$root" ]; then
  sh "$here/systemd/after-install.sh"
fi
