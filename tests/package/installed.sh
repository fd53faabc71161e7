#!/usr/bin/env bash
# Installs the built programs into a folder and has others' programs judge what lies there beside them.
#   installed.sh BUILD FOLDER     BUILD with both programs built; FOLDER for what is installed
# 77: some of the judges are not here, and which; what is here has judged.
set -euo pipefail
build=$1 usr=$2/usr
missing=()
fail() { echo "x $*"; exit 1; }
has() { command -v "$1" >/dev/null || { missing+=("$1"); return 1; }; }
silent() {  # silent WHAT COMMAND...: fails on any output
  local said
  said=$("${@:2}" 2>&1) || fail "$1: $said"
  [ -z "$said" ] || fail "$1: $said"
}

rm -rf "$2"
cmake --install "$build" --prefix "$usr" >/dev/null
[ -x "$usr/libexec/needleplan/needleplan-reader" ] || fail "no reader in libexec"
[ "$(ls "$usr/bin")" = needleplan ] || fail "more than the program in bin: $(ls "$usr/bin")"

if has desktop-file-validate; then silent "desktop file" desktop-file-validate "$usr/share/applications/needleplan.desktop"; fi
if has appstreamcli; then
  appstreamcli validate --no-net "$usr/share/metainfo/needleplan.metainfo.xml" || fail "AppStream"
fi

for page in man1 fr/man1; do
  zcat "$usr/share/man/$page/needleplan.1.gz" > "$2/page.1"
  ! grep '@[A-Z]*@' "$2/page.1" || fail "the manual page has an empty place"
  grep -q 'not a certified medical device\|pas un dispositif médical certifié' "$2/page.1" || fail "$page does not say what it is not"
  if has mandoc; then silent "$page by mandoc" mandoc -T lint -W warning "$2/page.1"; fi
  if has groff; then silent "$page by groff" sh -c "groff -ww -K utf8 -man -Tutf8 -rLL=78n -z '$2/page.1'"; fi
done
commands() { sed -n 's/^\.\(SS\|B\) \(needleplan [a-z][a-z ]*[a-z]\).*/\2/p' | sort; }
diff <(zcat "$usr/share/man/man1/needleplan.1.gz" | commands) <(zcat "$usr/share/man/fr/man1/needleplan.1.gz" | commands) ||
  fail "a command is not in both manual pages: write it into app/package/needleplan.fr.1.in"

python3 - "$usr/share/doc/needleplan/needleplan.spdx.json" <<'PY' || fail "the list of what is inside"
import json, sys
told = json.load(open(sys.argv[1]))
ids = {one["SPDXID"] for kind in ("packages", "files") for one in told[kind]} | {"SPDXRef-DOCUMENT"}
assert all(one[end] in ids for one in told["relationships"] for end in ("spdxElementId", "relatedSpdxElement"))
linked = {one["relatedSpdxElement"] for one in told["relationships"] if one["relationshipType"] == "DYNAMIC_LINK"}
assert {"SPDXRef-Package-libdcmtk17", "SPDXRef-Package-libvtk9.1", "SPDXRef-Package-libqt6widgets6"} <= linked, linked
PY

# The completion, in a shell that has nothing else.
complete_to() {  # complete_to "WORDS WANTED" WORD...: what bash is offered after these words
  local wanted=$1 offered
  shift
  offered=$(env -i bash --norc -c 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _needleplan; echo "${COMPREPLY[*]}"' \
    "$usr/share/bash-completion/completions/needleplan" "$@" 2>&1)
  [ "$offered" = "$wanted" ] || fail "completion of '$*' offers '$offered', not '$wanted'"
}
complete_to plan needleplan pl
complete_to "left right none" needleplan plan --side ""
complete_to left needleplan plan scan --side = l
complete_to --modality needleplan pacs find --mo
complete_to record needleplan help re
complete_to "" needleplan plan ""  # left to file names
for command in $("$usr/bin/needleplan" --help | sed '1,/^Subcommands/d' | awk '/^  [a-z]/ { print $1 }'); do
  complete_to "$command" needleplan "$command"
done

[ ${#missing[@]} -eq 0 ] && { echo "judged by all"; exit 0; }
echo "NOT JUDGED by $(printf '%s\n' "${missing[@]}" | sort -u | paste -sd' '): ./dev test installs them"
[ -z "${NEEDLEPLAN_READERS:-}" ] || exit 1
exit 77
