#!/usr/bin/env bash
# Real archives for the tests, in a network namespace of their own that ends with the command:
#   lab.sh FOLDER COMMAND ...
# The command finds $PACS_LAB (the folder, emptied), Orthanc at 14242 (AE ORTHANC, with a worklist; plain.json, plain.pid), Orthanc
# over TLS at 14243 (AE ORTHANCTLS, wants a client certificate), dcmqrscp at 14244 (AE QRSCP); certificates ca, server, client and
# other-ca.
# All three know NEEDLE at 127.0.0.1:11113 as a place to send to (C-MOVE); the one with TLS sends over TLS.
# Ends with 77 (skipped), saying why, where something it needs is not there; a program that is missing is 1 where
# NEEDLEPLAN_READERS=required (.ci/run). A machine that lets nobody make a namespace is 77 there too, and says so.
set -euo pipefail
missing() {
  echo "pacs lab: NOT TESTED: $*" >&2
  [ "${NEEDLEPLAN_READERS:-}" != required ] || exit 1
  exit 77
}
for program in Orthanc dcmqrscp openssl python3 unshare; do command -v $program >/dev/null || missing "$program is not installed"; done
if [ -z "${PACS_LAB:-}" ]; then
  unshare -rn true 2>/dev/null || NEEDLEPLAN_READERS= missing "no network namespace can be made here"
  PACS_LAB=$(realpath -m "$1") exec unshare -rn --fork --pid --mount-proc --kill-child bash "$0" "$@"
fi
export PACS_LAB TCP_NODELAY=1
shift
ip link set lo up
rm -rf "$PACS_LAB"
mkdir -p "$PACS_LAB"/{plain,tls,qr,worklist}
cd "$PACS_LAB"

authority() { openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1" -keyout "$1.key" -out "$1.pem" 2>/dev/null; }
certificate() {
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$1.key" -out "$1.csr" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out "$1.pem" -extfile \
    <(printf 'subjectAltName=%s\nextendedKeyUsage=%s\nkeyUsage=digitalSignature,keyEncipherment\n' "$2" "$3") 2>/dev/null
}
authority ca
authority other-ca
certificate server IP:127.0.0.1 serverAuth,clientAuth
certificate client DNS:needle,IP:127.0.0.1 clientAuth,serverAuth
chmod 600 ./*.key

archive() {  # NAME AE PORT HTTPPORT MORE
  cat > "$1.json" <<JSON
{ "Name": "$1", "StorageDirectory": "$PACS_LAB/$1", "IndexDirectory": "$PACS_LAB/$1", "HttpPort": $4, "DicomAet": "$2",
  "DicomPort": $3, "DicomCheckCalledAet": true, "DicomAlwaysAllowEcho": true, "DicomAlwaysAllowStore": true,
  "DicomAlwaysAllowFind": true, "DicomAlwaysAllowFindWorklist": true, "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true, "SynchronousCMove": true, "DefaultEncoding": "Utf8",
  "OverwriteInstances": false, "AuthenticationEnabled": false, "SyncStorageArea": false,
  "Plugins": ["/usr/share/orthanc/plugins/libModalityWorklists.so"],
  "Worklists": {"Enable": true, "Database": "$PACS_LAB/worklist"}, $5 "DicomScuTimeout": 5 }
JSON
  Orthanc "$1.json" > "$1.log" 2>&1 &
  echo $! > "$1.pid"
}
peer='"DicomModalities": {"needle": {"AET": "NEEDLE", "Host": "127.0.0.1", "Port": 11113'
archive plain ORTHANC 14242 18042 "$peer}},"
archive tls ORTHANCTLS 14243 18043 "\"DicomTlsEnabled\": true, \"DicomTlsCertificate\": \"$PACS_LAB/server.pem\",
  \"DicomTlsPrivateKey\": \"$PACS_LAB/server.key\", \"DicomTlsTrustedCertificates\": \"$PACS_LAB/ca.pem\",
  \"DicomTlsRemoteCertificateRequired\": true, $peer, \"UseDicomTls\": true}},"
cat > qr.cfg <<CFG
NetworkTCPPort = 14244
MaxPDUSize = 16384
MaxAssociations = 16
HostTable BEGIN
needle = (NEEDLE, 127.0.0.1, 11113)
HostTable END
VendorTable BEGIN
VendorTable END
AETable BEGIN
QRSCP $PACS_LAB/qr RW (100, 1024mb) ANY
AETable END
CFG
dcmqrscp -c qr.cfg > qr.log 2>&1 &
for port in 14242 14243 14244; do
  for _ in $(seq 200); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue 2
    sleep 0.1
  done
  missing "nothing listens at $port: $(tail -n 3 ./*.log)"
done
echo "pacs lab: $(Orthanc --version 2>/dev/null | head -n 1), $(dcmqrscp --version | head -n 1)" >&2
"$@"
