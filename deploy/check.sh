#!/bin/bash
# Tries what lies in deploy/, after mvn -B package: scripts, unit, package, manifests, and a restore. What needs a tool that is
# not there is left out and named.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH=$PATH:/usr/sbin:/sbin
left_out=()
has() {
  command -v "$1" >/dev/null || { left_out+=("$2"); return 1; }
}
fail() {
  echo "deploy/check.sh: $*" >&2
  exit 1
}

scripts=(.ci/run deploy/*.sh deploy/systemd/*.sh deploy/systemd/kurenda deploy/backup/* deploy/vendor-check)
for script in "${scripts[@]}"; do
  bash -n "$script"
done
if has shellcheck "style of the scripts"; then
  shellcheck -x "${scripts[@]}"
fi

# the package: everything is where the unit looks for it, and what the operator has written stays
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
DESTDIR=$work/folder sh deploy/install.sh
if has dpkg-deb "Debian package"; then
  sh deploy/build-deb.sh >/dev/null
  deb=$(find target -maxdepth 1 -name 'kurenda_*_all.deb' -newer deploy/build-deb.sh -newermt '-10 minutes' | head -n 1)
  dpkg-deb -x "$deb" "$work/deb"
  dpkg-deb -e "$deb" "$work/control"
  diff -r "$work/folder" "$work/deb" || fail "the package holds something else than install.sh puts there"
  for script in postinst prerm postrm; do
    sh -n "$work/control/$script"
  done
  grep -q /etc/kurenda/kurenda.env "$work/control/conffiles" || fail "the settings are no conffile"
  if has shellcheck "style of the package's scripts"; then
    shellcheck "$work"/control/{postinst,prerm,postrm}
  fi
fi
tree=$work/folder
for file in usr/lib/kurenda/kurenda.jar usr/bin/kurenda usr/bin/kurenda-backup usr/bin/kurenda-restore etc/kurenda/kurenda.env \
  lib/systemd/system/kurenda.service usr/share/doc/kurenda/handbook.pl.md usr/lib/kurenda/vendor-check \
  usr/share/doc/kurenda/kurenda.cdx.json; do
  [ -s "$tree/$file" ] || fail "$file is not installed"
done
[ "$(stat -c %a "$tree/etc/kurenda")" = 750 ] || fail "everybody may read the settings"

mkdir "$work/started"
cp -r "$tree/." "$work/started"
if [ -x /usr/sbin/mariadbd ] && has curl "a start of what is installed"; then
  deploy/start-test.sh "$work/started"
fi

if has systemd-analyze "systemd unit"; then
  # a java that is somewhere else on this machine, and the user who is not here, are no faults of the unit
  for unit in "$tree"/lib/systemd/system/kurenda*.service "$tree"/lib/systemd/system/kurenda*.timer; do
    sed -e "s:=/usr/bin/java:=$(command -v java):" -e "s:=/usr/bin/kurenda-backup:=$tree/usr/bin/kurenda-backup:" \
      -e 's:^\(User\|Group\)=kurenda:\1=daemon:' "$unit" >"$work/$(basename "$unit")"
  done
  said=$(systemd-analyze verify "$work"/kurenda*.service "$work"/kurenda*.timer 2>&1 | grep kurenda || true)
  [ -z "$said" ] || fail "$said"
  # 0 is no exposure at all, 10 is everything
  systemd-analyze security --offline=yes --threshold=20 "$work/kurenda.service" >"$work/security" \
    || fail "the unit is too open: $(tail -n 1 "$work/security")"
  tail -n 1 "$work/security"
fi

if has kubectl "Kubernetes manifests"; then
  cp -r deploy/kubernetes "$work/kubernetes"
  mkdir "$work/kubernetes/secrets"
  for key in spring.datasource.password kurenda.smsc.password kurenda.admin.password kurenda.metrics.token; do
    echo x >"$work/kubernetes/secrets/$key"
  done
  kubectl kustomize "$work/kubernetes" >"$work/manifests.yaml"
  [ "$(grep -c '^kind:' "$work/manifests.yaml")" -ge 8 ] || fail "manifests are missing"
fi
if docker compose version >/dev/null 2>&1; then
  # the client alone; nothing is built or started
  KURENDA_SMSC_HOST=smsc.example KURENDA_SMSC_SYSTEM_ID=gmina docker compose -f deploy/container/compose.yaml config -q
else
  left_out+=("compose's own reading of compose.yaml (DeployFilesTest parses it)")
fi
if has promtool "Prometheus' own reading of the rules"; then
  promtool check rules deploy/monitoring/kurenda-rules.yml >/dev/null
fi

deploy/backup/test.sh
if [ "${#left_out[@]}" -gt 0 ]; then
  printf 'not checked, as the tool is not here: %s\n' "${left_out[@]}"
fi
