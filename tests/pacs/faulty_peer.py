#!/usr/bin/python3
"""A DICOM peer that misbehaves in one named way: faulty_peer.py PORT MODE [FILE]   (127.0.0.1 only; standard library only)
Association   ok echo store find get commit all behave | refuse busy wrong-ae (A-ASSOCIATE-RJ) | silent full garbage close reset abort
              no-context (all rejected) | no-sr (Comprehensive 3D SR rejected) | implicit-only | tiny-pdu (max PDU 128) | huge-pdu (announces 4 GB)
Answers       status-XXXX (any status, e.g. status-a700) | lost (takes the object, then closes) | late-N (answers after N s) | wrong-id
              wrong-command | drip (a byte every 0.5 s) | no-release | abort-after (A-ABORT instead of the answer) | garbage-after
While sending die-N (reset after N bytes) | abort-N (A-ABORT after N bytes) | freeze-N (stops reading after N bytes)
C-FIND        find-forever (matches without end) | find-drip (one every 2 s) | find-die (closes after 3) | find-N (N matches) | find-nodata (pending, no data set)
C-GET         get-file (sends FILE) | get-die (cut in the middle of FILE) | get-traversal (FILE under SOP Instance UID ../../x)
              get-swap (FILE announced under another UID) | get-lie (says 5 completed, sends 1) | get-none (success, sends nothing)
In between    get-c000-PORT (passes all on to PORT, and C-GET's success back as C000)
              through-PORT-OLD-NEW (passes all on to PORT, with the bytes OLD on the way there as NEW, of the same length)
Commitment    commit (success, same association) | commit-fail | commit-never | commit-other (other transaction) | commit-partial (half of the list)
Prints one line an event on standard error; SOP Instance UIDs of objects taken whole on standard output."""
import os, random, re, socket, struct, sys, threading, time

SR3D = b"1.2.840.10008.5.1.4.1.1.88.34"
IMPLICIT, EXPLICIT = b"1.2.840.10008.1.2", b"1.2.840.10008.1.2.1"


class Gone(Exception):
    pass


def say(*words):
    print(f"{time.time():.2f}", *words, file=sys.stderr, flush=True)


def reset(s):
    s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    s.close()


def element(tag, value):  # implicit VR little endian
    value = value + b"\0" * (len(value) % 2)
    return struct.pack("<HHI", tag >> 16, tag & 0xFFFF, len(value)) + value


def us(n):
    return struct.pack("<H", n)


class Peer(threading.Thread):
    def __init__(self, s, mode, file):
        super().__init__(daemon=True)
        self.s, self.mode, self.file, self.taken = s, mode, file, 0
        self.number = int(mode.rsplit("-", 1)[1]) if mode.split("-")[0] in ("late", "die", "abort", "freeze", "find") and mode.rsplit("-", 1)[-1].isdigit() else None

    def run(self):
        try:
            self.serve()
        except (Gone, OSError) as e:
            say("connection ended:", type(e).__name__, e)
        finally:
            self.s.close()

    def read(self, n):
        data = b""
        while len(data) < n:
            if self.mode.startswith(("die-", "abort-", "freeze-")) and self.number is not None and self.taken >= self.number:
                say("after", self.taken, "bytes:", self.mode)
                if self.mode.startswith("die-"):
                    reset(self.s)
                elif self.mode.startswith("abort-"):
                    self.s.sendall(b"\7\0\0\0\0\4\0\0\0\0")
                else:
                    time.sleep(3600)
                raise Gone()
            part = self.s.recv(min(n - len(data), 4096))
            if not part:
                raise Gone("closed by the other side")
            data += part
            self.taken += len(part)
        return data

    def pdu(self):
        kind, _, length = struct.unpack(">BBI", self.read(6))
        return kind, self.read(length)

    def send(self, data):
        if self.mode == "drip":
            for i in range(len(data)):
                self.s.sendall(data[i:i + 1])
                time.sleep(0.5)
        else:
            self.s.sendall(data)

    def message(self, context, command, dataset=None, raw=False):
        body = b"".join(element(t, v) for t, v in sorted(command.items()))
        command_set = element(0, struct.pack("<I", len(body))) + body
        for part, header in ((command_set, 1), (dataset, 0)):
            if part is None:
                continue
            pieces = [part[i:i + 8000] for i in range(0, len(part), 8000)] or [b""]
            for i, piece in enumerate(pieces):
                pdv = struct.pack(">IBB", len(piece) + 2, context, header | (2 if i == len(pieces) - 1 else 0)) + piece
                self.send(struct.pack(">BBI", 4, 0, len(pdv)) + pdv)
                if header == 0 and self.mode == "get-die" and i == len(pieces) // 2:
                    say("cut in the middle of a data set")
                    raise Gone()

    def associate(self):
        kind, body = self.pdu()
        if kind != 1:
            raise Gone(f"PDU {kind} instead of A-ASSOCIATE-RQ")
        say("association from", body[20:36].decode().strip(), "to", body[4:20].decode().strip())
        rejections = {"refuse": (1, 1, 1), "busy": (2, 3, 2), "wrong-ae": (1, 1, 7)}
        if self.mode in rejections:
            self.send(b"\3\0\0\0\0\4\0" + bytes(rejections[self.mode]))
            time.sleep(0.2)
            raise Gone("rejected")
        if self.mode == "abort":
            self.send(b"\7\0\0\0\0\4\0\0\2\0")
            raise Gone("aborted")
        self.contexts, answer, roles, i = {}, b"", b"", 68
        while i < len(body):
            item, length = body[i], struct.unpack(">H", body[i + 2:i + 4])[0]
            part = body[i + 4:i + 4 + length]
            if item == 0x20:
                j, abstract, syntaxes = 4, b"", []
                while j < len(part):
                    n = struct.unpack(">H", part[j + 2:j + 4])[0]
                    value = part[j + 4:j + 4 + n].rstrip(b"\0")
                    if part[j] == 0x30:
                        abstract = value
                    else:
                        syntaxes.append(value)
                    j += 4 + n
                wanted = [IMPLICIT] if self.mode == "implicit-only" else [EXPLICIT, IMPLICIT]
                syntax = next((w for w in wanted if w in syntaxes), None)
                result = 0 if syntax else 4
                if self.mode == "no-context" or (self.mode == "no-sr" and abstract == SR3D):
                    result = 3
                self.contexts[part[0]] = (abstract, syntax)
                syntax = syntax or IMPLICIT
                sub = struct.pack(">BBH", 0x40, 0, len(syntax)) + syntax
                answer += struct.pack(">BBHBBBB", 0x21, 0, 4 + len(sub), part[0], 0, result, 0) + sub
            elif item == 0x50:
                j = 0
                while j < len(part):
                    n = struct.unpack(">H", part[j + 2:j + 4])[0]
                    if part[j] == 0x54:
                        roles += part[j:j + 4 + n]
                    j += 4 + n
            i += 4 + length
        maximum = {"tiny-pdu": 128, "huge-pdu": 0xFFFFFFFF}.get(self.mode, 16384)
        user = struct.pack(">BBHI", 0x51, 0, 4, maximum) + struct.pack(">BBH", 0x52, 0, 7) + b"1.2.3.4" + roles
        context = b"1.2.840.10008.3.1.1.1"
        answer = struct.pack(">BBH", 0x10, 0, len(context)) + context + answer + struct.pack(">BBH", 0x50, 0, len(user)) + user
        answer = struct.pack(">HH", 1, 0) + body[4:36] + b"\0" * 32 + answer
        self.send(struct.pack(">BBI", 2, 0, len(answer)) + answer)

    def serve(self):
        m = self.mode
        if m == "silent":
            time.sleep(3600)
        if m == "garbage":
            self.s.sendall(random.Random(1).randbytes(5000))
            time.sleep(3600)
        if m == "close":
            return
        if m == "reset":
            return reset(self.s)
        self.associate()
        while True:
            command, context, dataset = b"", 0, b""
            while True:
                kind, body = self.pdu()
                if kind == 5:
                    if m == "no-release":
                        time.sleep(3600)
                    self.send(b"\6\0\0\0\0\4\0\0\0\0")
                    raise Gone("released")
                if kind == 7:
                    raise Gone("the other side aborted")
                j, last = 0, False
                while j < len(body):
                    n, context, header = struct.unpack(">IBB", body[j:j + 6])
                    if header & 1:
                        command += body[j + 6:j + 4 + n]
                    else:
                        dataset += body[j + 6:j + 4 + n]
                    last = bool(header & 2)
                    j += 4 + n
                if last and self.parse(command).get(0x800, b"\1\1") != b"\1\1" and not dataset:
                    continue
                if last:
                    break
            self.answer(context, self.parse(command), dataset)

    @staticmethod
    def parse(data):
        found, i = {}, 0
        while i + 8 <= len(data):
            group, element_, n = struct.unpack("<HHI", data[i:i + 8])
            found[group << 16 | element_] = data[i + 8:i + 8 + n]
            i += 8 + n
        return found

    def answer(self, context, command, dataset):
        m, kind = self.mode, struct.unpack("<H", command[0x100])[0]
        name = {1: "C-STORE", 0x20: "C-FIND", 0x10: "C-GET", 0x21: "C-MOVE", 0x30: "C-ECHO", 0x130: "N-ACTION", 0xFFF: "C-CANCEL"}.get(kind, hex(kind))
        say(name, command.get(0x1000, b"").rstrip(b"\0 ").decode(), len(dataset), "bytes")
        if kind == 0xFFF or kind & 0x8000:
            return
        status = int(m[7:], 16) if m.startswith("status-") else 0
        response = {0x100: us(kind | 0x8000), 0x120: command[0x110], 0x800: us(0x101), 0x900: us(status)}
        if 2 in command:
            response[2] = command[2]
        if 0x1000 in command:
            response[0x1000] = command[0x1000]
        if m == "late-" + str(self.number):
            time.sleep(self.number)
        if kind == 1 and (status == 0 or status >> 12 == 0xB):
            print(command.get(0x1000, b"").rstrip(b"\0").decode(), flush=True)
        if m == "lost":
            raise Gone("took it, answers nothing")
        if m == "abort-after":
            self.send(b"\7\0\0\0\0\4\0\0\0\0")
            raise Gone("aborted")
        if m == "garbage-after":
            return self.send(random.Random(2).randbytes(3000))
        if m == "wrong-id":
            response[0x120] = us(struct.unpack("<H", command[0x110])[0] + 7)
        if m == "wrong-command":
            response[0x100] = us(0x8030)
        if kind == 0x20 and m.startswith("find-"):
            item = element(0x100020, b"X1") if self.contexts[context][1] == IMPLICIT else struct.pack("<HH2sH", 0x10, 0x20, b"LO", 2) + b"X1"
            if m == "find-nodata":
                return self.message(context, {**response, 0x900: us(0xFF00)})
            count = 0
            while m in ("find-forever", "find-drip", "find-die") or count < (self.number or 0):
                self.message(context, {**response, 0x900: us(0xFF00), 0x800: us(1)}, item)
                count += 1
                if m == "find-drip":
                    time.sleep(2)
                if m == "find-die" and count == 3:
                    raise Gone("three matches, then nothing")
        if kind == 0x10 and m.startswith("get-"):
            return self.get(context, command, response)
        self.message(context, response)
        if kind == 0x130 and m.startswith("commit") and m != "commit-never":
            self.report(context, command, dataset)

    def get(self, context, command, response):
        if self.mode != "get-none":
            data = open(self.file, "rb").read()
            meta = 144 + struct.unpack("<I", data[140:144])[0]

            def ui(element_):
                i = data.index(struct.pack("<HH2s", element_ >> 16, element_ & 0xFFFF, b"UI"), meta)
                return data[i + 8:i + 8 + struct.unpack("<H", data[i + 6:i + 8])[0]].rstrip(b"\0")

            sop, uid = ui(0x80016), ui(0x80018)
            if self.mode == "get-traversal":
                uid = b"../../x"
            if self.mode == "get-swap":
                uid += b".9"
            where = next(i for i, (a, t) in self.contexts.items() if a == sop and t == EXPLICIT)
            self.message(where, {2: sop, 0x100: us(1), 0x110: us(77), 0x700: us(0), 0x800: us(1), 0x1000: uid}, data[meta:])
            self.pdu()
        self.message(context, {**response, 0x1020: us(0), 0x1021: us(5 if self.mode == "get-lie" else 0 if self.mode == "get-none" else 1), 0x1022: us(0), 0x1023: us(0)})

    def report(self, context, command, dataset):
        if self.mode == "commit-other":
            dataset = dataset.replace(b"1.2.276", b"1.2.277", 1)
        self.message(context, {2: command[3] if 3 in command else command[2], 0x100: us(0x100), 0x110: us(99), 0x800: us(1),
                               0x1000: command.get(0x1001, b"1.2.840.10008.1.20.1.1"), 0x1002: us(2 if self.mode == "commit-fail" else 1)},
                     dataset if self.mode != "commit-partial" else dataset[:len(dataset) // 2])


def pass_on(source, sink, change):
    data = source.recv(65536)
    while data:
        sink.sendall(change(data))
        data = source.recv(65536)
    sink.shutdown(socket.SHUT_WR)


# C-GET-RSP: command 8010H, then (0000,0120), (0000,0800) and the status
GET_DONE = re.compile(rb"(\x00\x00\x00\x01\x02\x00\x00\x00\x10\x80.{20}\x00\x00\x00\x09\x02\x00\x00\x00)\x00\x00", re.DOTALL)


def go_between(s, mode):
    port = mode.split("-")[2 if mode.startswith("get-c000-") else 1]
    back = there = lambda data: data
    if mode.startswith("get-c000-"):
        back = lambda data: GET_DONE.sub(lambda found: found[1] + b"\x00\xc0", data)
    else:
        old, new = (text.encode() for text in mode.split("-")[2:4])
        there = lambda data: data.replace(old, new)
    other = socket.create_connection(("127.0.0.1", int(port)))
    threading.Thread(target=pass_on, args=(other, s, back), daemon=True).start()
    pass_on(s, other, there)


def main():
    port, mode = int(sys.argv[1]), sys.argv[2]
    file = sys.argv[3] if len(sys.argv) > 3 else None
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(0 if mode == "full" else 16)
    if mode == "full":  # the queue is filled by ourselves: a further connect() gets no answer, as from a black hole
        held = [socket.socket() for _ in range(4)]
        for s in held:
            s.setblocking(False)
            s.connect_ex(("127.0.0.1", port))
        say("full")
        time.sleep(3600)
    say("listening", port, mode)
    while True:
        s, _ = listener.accept()
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if mode.startswith(("through-", "get-c000-")):
            threading.Thread(target=go_between, args=(s, mode), daemon=True).start()
        else:
            Peer(s, mode, file).start()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
