#!/usr/bin/env python3
"""What an installed tree holds and what its programs are linked with, as SPDX 2.3 (JSON).

spdx.py PREFIX VERSION OUT: PREFIX the tree (bin, libexec, share), OUT the list, within it. Libraries are told by dpkg: the
Debian package, its version and source. Licences of packages are in their own /usr/share/doc/PACKAGE/copyright.
The time in it is SOURCE_DATE_EPOCH where that is set.
"""
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

# Libraries of headers alone, which the compiler copies into the programs, and their licences.
COPIED = {"libcli11-dev": "BSD-3-Clause", "nlohmann-json3-dev": "MIT", "libexpected-dev": "CC0-1.0"}


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def needed(program):
    return set(re.findall(r"\(NEEDED\).*\[(.*)\]", output("readelf", "-d", program)))


def libraries(program):
    """Name and place of every shared library that the program loads, those of its libraries too."""
    return dict(re.findall(r"^\s*(\S+) => (/\S+)", output("ldd", program), re.M))


def packages_of(places):
    """The package of each library. dpkg knows some under /lib and others under /usr/lib, which are one folder."""
    real = {place: os.path.realpath(place) for place in places}
    asked = {name for one in real.values() for name in (one, one.removeprefix("/usr"))}
    told = subprocess.run(["dpkg-query", "-S", *sorted(asked)], capture_output=True, text=True).stdout
    owners = {}
    for line in told.splitlines():
        package, place = line.rsplit(": ", 1)
        owners[place] = package.split(":")[0]
    found = {place: owners.get(one) or owners.get(one.removeprefix("/usr")) for place, one in real.items()}
    lost = [place for place, package in found.items() if package is None]
    if lost:
        raise SystemExit(f"spdx: no Debian package owns {', '.join(lost)}")
    return found


def spdx_id(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def described(packages, licences):
    told = output("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${source:Package}\t${Architecture}\n", *packages)
    lines = sorted({tuple(line.split("\t")) for line in told.splitlines()})
    return [one_package(*line, licences.get(line[0], "NOASSERTION")) for line in lines]


def one_package(package, version, source, architecture, licence):
    return {"SPDXID": spdx_id("Package-" + package), "name": package, "versionInfo": version,
            "supplier": "Organization: Debian", "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
            "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": "NOASSERTION",
            "sourceInfo": f"Debian source package {source}",
            "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                              "referenceLocator": f"pkg:deb/debian/{package}@{version}?arch={architecture}"}]}


def files_of(prefix, but):
    files = []
    for file in sorted(one for one in prefix.rglob("*") if one.is_file() and one != but):
        content, name = file.read_bytes(), "./usr/" + str(file.relative_to(prefix))
        licence = "CC0-1.0" if name.endswith(".metainfo.xml") else "Apache-2.0"
        files.append({"SPDXID": spdx_id("File-" + name[6:]), "fileName": name, "licenseConcluded": licence,
                      "copyrightText": "NOASSERTION",
                      "checksums": [{"algorithm": kind, "checksumValue": hashlib.new(kind.lower(), content).hexdigest()}
                                    for kind in ("SHA1", "SHA256")]})
    return files


def main(prefix, version, out):
    prefix, out = Path(prefix), Path(out)
    files = files_of(prefix, out)
    sums = sorted(one["checksums"][0]["checksumValue"] for one in files)
    ours = {"SPDXID": "SPDXRef-Package-needleplan", "name": "needleplan", "versionInfo": version,
            "downloadLocation": "NOASSERTION", "filesAnalyzed": True, "licenseConcluded": "Apache-2.0",
            "licenseDeclared": "Apache-2.0", "licenseInfoFromFiles": ["Apache-2.0", "CC0-1.0"],
            "copyrightText": "2026 the needleplan authors", "hasFiles": [one["SPDXID"] for one in files],
            "packageVerificationCode": {"packageVerificationCodeValue": hashlib.sha1("".join(sums).encode()).hexdigest(),
                                        "packageVerificationCodeExcludedFiles": ["./usr/" + str(out.relative_to(prefix))]}}
    programs = [prefix / "bin/needleplan", prefix / "libexec/needleplan/needleplan-reader"]
    direct, loaded = set().union(*map(needed, programs)), {}
    for program in programs:
        loaded |= libraries(program)
    linked = {}
    owners = packages_of(set(loaded.values()))
    for name, place in loaded.items():
        package = owners[place]
        linked[package] = linked.get(package, False) or name in direct
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Package-needleplan")]
    for package, is_direct in sorted(linked.items()):
        kind = "DYNAMIC_LINK" if is_direct else "DEPENDS_ON"
        relations.append(("SPDXRef-Package-needleplan", kind, spdx_id("Package-" + package)))
    for package in COPIED:
        relations.append(("SPDXRef-Package-needleplan", "STATIC_LINK", spdx_id("Package-" + package)))
    when = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    packages = [ours] + described(sorted(set(linked) | set(COPIED)), COPIED)
    text = json.dumps({
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"needleplan-{version}",
        "documentNamespace": "urn:sha256:" + hashlib.sha256(json.dumps([files, packages]).encode()).hexdigest(),
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ", when), "creators": ["Tool: needleplan-spdx.py"]},
        "packages": packages, "files": files,
        "relationships": [dict(zip(("spdxElementId", "relationshipType", "relatedSpdxElement"), one)) for one in relations],
    }, indent=1, ensure_ascii=False)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
