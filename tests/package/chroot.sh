#!/usr/bin/env bash
# Makes the package twice, has lintian judge it, installs it in a bare Debian 12, uses it there as a user and purges it.
#   chroot.sh BUILD FOLDER     BUILD with both programs built; FOLDER for what is made
# 77: could not be tested here (no root nor user namespaces, no mirror of Debian), and why.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$1 folder=$2
source=$(cd "$here/../.." && pwd)
skip() { echo "NOT TESTED: $*"; exit 77; }
fail() { echo "x $*"; exit 1; }

for tool in lintian mmdebstrap dpkg-shlibdeps file pdftotext; do
  command -v $tool >/dev/null || skip "the package: $tool is not installed (./dev test installs it)"
done
rm -rf "$folder"
for place in once again; do
  mkdir -p "$folder/$place"
  [ $place = once ] || umask 077  # as another user may have it
  "$source/app/package/make_deb.sh" "$build" "$folder/$place" > "$folder/$place.log" 2>&1 ||
    { cat "$folder/$place.log"; fail "no package was made"; }
done
deb=$(echo "$folder"/once/*.deb)
cmp "$deb" "$folder"/again/*.deb || fail "two packages of one build differ"
umask 022
echo "two packages of one build are the same: $(sha256sum < "$deb" | cut -c1-64)"

lintian --fail-on error,warning --tag-display-limit 0 "$deb" || fail "lintian"
echo "lintian: no error, no warning"

[ "$(id -u)" -eq 0 ] || unshare -r true 2>/dev/null || skip "the installation: neither root nor user namespaces here"
mirror=http://deb.debian.org/debian
cat > "$folder/hook" <<HOOK
set -e
cp "$deb" "\$1/tmp/package.deb"
cp "$here/in_chroot.sh" "\$1/tmp/in_chroot.sh"
chmod 755 "\$1/tmp/in_chroot.sh" "\$1/tmp/package.deb"
chroot "\$1" /tmp/in_chroot.sh
cp "\$1/tmp/worksheet.pdf" "$folder/worksheet.pdf"
HOOK
chmod 755 "$folder/hook"
if ! mmdebstrap --mode=auto --variant=apt --customize-hook="$folder/hook \"\$1\"" bookworm /dev/null "$mirror" \
    > "$folder/chroot.log" 2>&1; then
  grep -q 'Failed to fetch\|Could not resolve\|Could not connect' "$folder/chroot.log" && ! grep -q '^installed:' "$folder/chroot.log" &&
    skip "the installation: $mirror cannot be reached"
  cat "$folder/chroot.log"
  fail "in the bare Debian"
fi
grep -v '^I: ' "$folder/chroot.log"
pdftotext "$folder/worksheet.pdf" - | grep -q -i aiguille || fail "the worksheet of the installed program is not in French"
