#!/bin/sh
# Builds target/kurenda_<version>_all.deb of target/kurenda.jar (mvn -B package). No root needed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../target
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$here/../pom.xml" | head -n 1)
# in Debian's order ~ comes before nothing: 1.0.0~SNAPSHOT is older than 1.0.0
version=$(printf '%s' "$version" | tr '-' '~')
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

DESTDIR=$tree sh "$here/install.sh"
install -d "$tree/DEBIAN"
cat >"$tree/DEBIAN/control" <<EOF
Package: kurenda
Version: $version
Architecture: all
Section: net
Priority: optional
Maintainer: Kurenda <root@localhost>
Depends: openjdk-17-jre-headless | java17-runtime-headless, adduser, passwd, util-linux
Recommends: mariadb-server
Installed-Size: $(du -sk "$tree" | cut -f1)
Description: Payment reminders by SMS from the CSV exports of municipal systems
 Takes exports of domain systems (waste, taxes, water), sends reminders over SMPP
 and accounts for every row: rejected with a reason, delivered, failed, or not known.
EOF
printf '%s\n' /etc/kurenda/kurenda.env /etc/kurenda/application.yml >"$tree/DEBIAN/conffiles"
{
  cat "$here/systemd/after-install.sh"
  cat <<'EOF'
# an upgrade: the service runs the new version at its next start
if [ "${1:-}" = configure ] && [ -n "${2:-}" ] && [ -d /run/systemd/system ]; then
  systemctl try-restart kurenda.service || true
fi
EOF
} >"$tree/DEBIAN/postinst"
cat >"$tree/DEBIAN/prerm" <<'EOF'
#!/bin/sh
set -eu
if [ "${1:-}" = remove ] && [ -d /run/systemd/system ]; then
  systemctl disable --now kurenda.service kurenda-backup.timer || true
fi
EOF
cat >"$tree/DEBIAN/postrm" <<'EOF'
#!/bin/sh
# The data in /var/lib/kurenda and the secrets stay until they are deleted by hand.
set -eu
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
fi
EOF
chmod 0755 "$tree"/DEBIAN/postinst "$tree"/DEBIAN/prerm "$tree"/DEBIAN/postrm
dpkg-deb --root-owner-group --build "$tree" "$target/kurenda_${version}_all.deb"
