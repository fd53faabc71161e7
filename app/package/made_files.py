#!/usr/bin/env python3
"""The installed files that are made of others: manual pages, completion, changelogs.

made_files.py PROGRAM VERSION MAINTAINER SOURCE OUT: PROGRAM the built needleplan, SOURCE the top folder, OUT where they are
written, in the order of /usr/share.
The time in them is SOURCE_DATE_EPOCH where that is set, so that the same tree makes the same bytes.
"""
import gzip
import os
import subprocess
import sys
import time
from email.utils import formatdate
from pathlib import Path


def compressed(file, text):
    """As gzip -9n writes: neither name nor time in it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(text.encode())


def told(program, *arguments):
    return subprocess.run([program, "help", *arguments], check=True, capture_output=True, text=True).stdout


def main(program, version, maintainer, source, out):
    package, out = Path(source) / "app/package", Path(out)
    when = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    values = {"@VERSION@": version, "@DAY@": time.strftime("%Y-%m-%d", time.gmtime(when)),
              "@COMMANDS@": told(program, "--manual")}

    def filled(name):
        text = (package / name).read_text()
        for key, value in values.items():
            text = text.replace(key, value)
        return text

    compressed(out / "man/man1/needleplan.1.gz", filled("needleplan.1.in"))
    compressed(out / "man/fr/man1/needleplan.1.gz", filled("needleplan.fr.1.in"))
    compressed(out / "doc/needleplan/changelog.gz", (Path(source) / "CHANGELOG.md").read_text())
    compressed(out / "doc/needleplan/changelog.Debian.gz",
               f"needleplan ({version}-1) bookworm; urgency=medium\n\n  * Version {version}: see changelog.gz.\n\n"
               f" -- {maintainer}  {formatdate(when)}\n")
    for name, text in (("bash-completion/completions/needleplan", told(program, "--completion", "bash")),
                       ("metainfo/needleplan.metainfo.xml", filled("needleplan.metainfo.xml.in"))):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
