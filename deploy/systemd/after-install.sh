#!/bin/sh
# After the files are there: the user, the secrets that can be made, and who may read what. May be run again.
set -eu
if ! getent passwd kurenda >/dev/null; then
  useradd --system --user-group --home-dir /var/lib/kurenda --no-create-home --shell /usr/sbin/nologin kurenda
fi
install -d -m 0750 -o kurenda -g kurenda /var/lib/kurenda
chown -R root:kurenda /etc/kurenda
chmod 0750 /etc/kurenda
# systemd hands them over as root; nobody else needs to read them
chmod 0700 /etc/kurenda/credentials
for key in spring.datasource.password kurenda.smsc.password; do
  [ -e "/etc/kurenda/credentials/$key" ] || : >"/etc/kurenda/credentials/$key"
done
for key in kurenda.admin.password kurenda.metrics.token; do
  if [ ! -s "/etc/kurenda/credentials/$key" ]; then
    head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >"/etc/kurenda/credentials/$key"
  fi
done
chown root:root /etc/kurenda/credentials/*
chmod 0600 /etc/kurenda/credentials/*
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
fi
