#!/usr/bin/env bash
# make_deb.sh BUILD OUT: the Debian package of a built tree, in the folder OUT. What it holds of the time is that of the commit,
# and nothing of who made it: the same tree makes the same bytes.
set -euo pipefail
umask 022
top=$(cd "$(dirname "$0")/../.." && pwd)
SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct 2>/dev/null || stat -c %Y "$top"/CHANGELOG.md)
export SOURCE_DATE_EPOCH
cpack --config "$1/CPackConfig.cmake" -B "$2"
