#!/bin/sh
# Run as root within a bare Debian by chroot.sh: installs /tmp/package.deb, uses it as a user, purges it, looks for traces.
# What it says goes to standard output; ends at the first thing that is wrong.
set -eu
export DEBIAN_FRONTEND=noninteractive
fail() { echo "x $*"; exit 1; }
as_user() { su tester -c "cd && $1" || fail "as a user: $1"; }
quietly() { "$@" > /tmp/log 2>&1 || { tail -20 /tmp/log; fail "$*"; }; }

quietly apt-get update -q
quietly apt-get install -y --no-install-recommends /tmp/package.deb
quietly useradd -m tester
echo "installed: $(dpkg-query -W needleplan)"

as_user 'needleplan --version'
[ -z "$(su tester -c 'PATH=/nowhere command -v needleplan-reader')" ] || fail "the reader is in PATH"
as_user 'needleplan demo demo 2>/dev/null'
as_user 'needleplan scan demo/ct --json | grep -q loadable'  # the reader in libexec answers
as_user 'needleplan plan demo/ct --target 0,35.94,-51.74 --entry 9.1,87.56,-48.08 --out plan.dcm >/dev/null'
as_user 'needleplan worksheet plan.dcm --scan demo/ct --lang fr --out /tmp/worksheet.pdf >/dev/null'
[ -f /usr/share/qt6/translations/qtbase_fr.qm ] || fail "Qt's own French is not there"
echo "commands run as a user"

# Only now what the test itself wants, so that nothing of it helped before.
quietly apt-get install -y --no-install-recommends xvfb xauth xdotool
cat > /tmp/window.sh <<'WINDOW'
needleplan demo/ct 2>window.log &
program=$!
timeout 240 xdotool search --sync --onlyvisible --name needleplan getwindowname && kill $program  # one that died is not there
WINDOW
as_user 'LANG=fr_FR.UTF-8 LIBGL_ALWAYS_SOFTWARE=1 xvfb-run -a sh /tmp/window.sh'
! grep -i 'plugin\|driver' /home/tester/window.log || fail "the window lacks something"
echo "the window opens"

quietly apt-get purge -y needleplan
! find / -xdev -name '*needleplan*' -not -path '/proc/*' -not -path '/home/*' | grep . || fail "files are left"
! grep -rl needleplan /etc /usr/share/applications /usr/share/mime /var/lib/dpkg/info /var/lib/dpkg/status || fail "traces are left"
echo "purged without a trace"
