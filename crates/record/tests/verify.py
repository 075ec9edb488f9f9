#!/usr/bin/env python3
"""A second verifier for bundles and receipts, written from the description of the formats alone
(crates/record/src/bundle/mod.rs, c2sp.org/signed-note, tlog-checkpoint, tlog-proof; Ed25519 from
RFC 8032, the tree from RFC 6962). It needs Python 3 and nothing else.

    verify.py bundle KEY FILE...     prints `good ROOMS ENTRIES` or `bad ROOM ENTRY` for each
    verify.py receipt KEY FILE...    prints `good` or `bad` for each

KEY is the record's verifier key. What cannot be named is printed as `-`."""

import base64
import hashlib
import re
import sys

# --- Ed25519, RFC 8032, section 5.1 -------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(k, p):
    total = (0, 1, 1, 0)
    while k:
        if k & 1:
            total = add(total, p)
        p = add(p, p)
        k >>= 1
    return total


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
NOWHERE = (0, 1, 1, 0)


def signed(public, text, signature):
    if len(signature) != 64:
        return False
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
    # A point of small order would let one signature stand for many texts.
    if a is None or r is None or s >= L or same(times(8, a), NOWHERE) or same(times(8, r), NOWHERE):
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + text).digest(), "little") % L
    return same(times(s, BASE), add(r, times(h, a)))


# --- The tree, RFC 6962, section 2.1 --------------------------------------------------------------


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


class Tree:
    """The complete subtrees of a growing tree, largest first."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def push(self, leaf):
        height, node = 0, sha(b"\0", leaf)
        while self.peaks and self.peaks[-1][0] == height:
            height, node = height + 1, sha(b"\1", self.peaks.pop()[1], node)
        self.peaks.append((height, node))
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha()
        node = self.peaks[-1][1]
        for _, left in reversed(self.peaks[:-1]):
            node = sha(b"\1", left, node)
        return node


def included(node, n, size, proof, root):
    """RFC 9162, section 2.1.3.2."""
    if n >= size:
        return False
    fn, sn = n, size - 1
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            node = sha(b"\1", p, node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = sha(b"\1", node, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and node == root


# --- Notes ------------------------------------------------------------------------------------------


class Bad(Exception):
    def __init__(self, room=None, n=None):
        self.room, self.n = room, n


def number(text):
    if re.fullmatch(r"0|[1-9][0-9]*", text, re.ASCII) and int(text) < 2**64:
        return int(text)
    return None


def unbase64(text):
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, UnicodeEncodeError):
        return None
    return raw if base64.b64encode(raw).decode() == text else None


def hash_of(text):
    raw = unbase64(text)
    return raw if raw is not None and len(raw) == 32 else None


def good_name(name):
    return name != "" and not any(c.isspace() or c == "+" or ord(c) < 32 or 127 <= ord(c) < 160 for c in name)


def key_id(name, public):
    return sha(name.encode(), b"\n\1", public)[:4]


def read_key(text):
    parts = text.split("+", 2)
    if len(parts) != 3:
        raise Bad
    raw = unbase64(parts[2])
    if raw is None or len(raw) != 33 or raw[0] != 1 or not good_name(parts[0]):
        raise Bad
    if key_id(parts[0], raw[1:]).hex() != parts[1] or point(raw[1:]) is None:
        raise Bad
    return parts[0], raw[1:]


def checkpoint(note, public):
    """Origin, size and root of a signed checkpoint."""
    if any(ord(c) < 32 and c != "\n" for c in note) or not note.endswith("\n"):
        raise Bad
    cut = note.rfind("\n\n")
    if cut < 0:
        raise Bad
    text, lines = note[: cut + 1], note[cut + 2 : -1].split("\n")
    body = text[:-1].split("\n")
    if len(body) < 3 or "" in body[3:] or body[0] == "":
        raise Bad
    origin, size, root = body[0], number(body[1]), hash_of(body[2])
    if size is None or root is None or not good_name(origin):
        raise Bad
    found = False
    for line in lines:
        match = re.fullmatch("\u2014 ([^ ]+) ([^ ]+)", line)
        raw = match and unbase64(match.group(2))
        if not raw or len(raw) < 5 or not good_name(match.group(1)):
            raise Bad
        if match.group(1) == origin and raw[:4] == key_id(origin, public):
            if not signed(public, text.encode(), raw[4:]):
                raise Bad
            found = True
    if not found:
        raise Bad
    return origin, size, root


# --- Bundles ----------------------------------------------------------------------------------------


def leaf_of(room, opening, erases, body):
    erases = 2**64 - 1 if erases is None else erases
    head = b"caucus record leaf v1\n" + bytes([len(room)]) + room.encode() + opening
    return sha(head, erases.to_bytes(8, "big"), len(body).to_bytes(8, "big"), body)


class Bundle:
    def __init__(self, data, record, public):
        self.data, self.at, self.record, self.public = data, 0, record, public

    def line(self, room=None, n=None):
        end = self.data.find(b"\n", self.at)
        if end < 0:
            raise Bad(room, n)
        try:
            text = self.data[self.at : end].decode()
        except UnicodeDecodeError:
            raise Bad(room, n)
        self.at = end + 1
        return text

    def verify(self):
        if self.line() != "caucus bundle 1":
            raise Bad
        first = self.line()
        rooms = number(first[6:]) if first.startswith("rooms ") else None
        if rooms is None:
            raise Bad
        total, last = 0, None
        for _ in range(rooms):
            last, size = self.room(last, total)
            total += size
            self.last_size = size
        line = self.line()
        if line != "end":
            self.goes_on(line, last)
            raise Bad
        if self.at != len(self.data):
            raise Bad
        return rooms, total

    def goes_on(self, line, last):
        if last is not None and re.match("(entry|erased) ", line):
            raise Bad(last, self.last_size)

    def room(self, last, _):
        line = self.line()
        match = re.fullmatch(r"room ([a-z0-9][a-z0-9-]{0,39})", line)
        if not match:
            self.goes_on(line, last)
            raise Bad
        room = match.group(1)
        if last is not None and last >= room:
            raise Bad(room)
        size, root = self.head(room)
        tree, pending = Tree(), {}
        for n in range(size):
            self.entry(room, n, size, tree, pending)
        if tree.root() != root:
            raise Bad(room, 0 if size == 1 else None)
        return room, size

    def head(self, room):
        try:
            line = self.line(room)
            if not line.startswith("key "):
                raise Bad
            name, public = read_key(line[4:])
            lines = [self.line(room) for _ in range(5)]
            if [text == "" for text in lines] != [False, False, False, True, False]:
                raise Bad
            origin, size, root = checkpoint("\n".join(lines) + "\n", public)
            if origin != name or origin != f"{self.record}/{room}" or public != self.public:
                raise Bad
            return size, root
        except Bad:
            raise Bad(room)

    def entry(self, room, n, size, tree, pending):
        words = self.line(room, n).split(" ")
        if words[0] not in ("entry", "erased") or len(words) != (7 if words[0] == "entry" else 5):
            raise Bad(room, n)
        at, leaf, root = number(words[1]), hash_of(words[2]), hash_of(words[3])
        if None in (at, leaf, root):
            raise Bad(room, n)
        erases = None
        if words[0] == "entry":
            opening, length = hash_of(words[4]), number(words[6])
            erases = None if words[5] == "-" else number(words[5])
            if opening is None or length is None or (erases is None and words[5] != "-"):
                raise Bad(room, n)
            body = self.data[self.at : self.at + length]
            self.at += length + 1
            if self.data[self.at - 1 : self.at] != b"\n" or at != n:
                raise Bad(room, n)
            if leaf_of(room, opening, erases, body) != leaf:
                raise Bad(room, n)
        else:
            by = number(words[4])
            if by is None or at != n or not n < by < size or by in pending:
                raise Bad(room, n)
            pending[by] = n
        tree.push(leaf)
        if tree.root() != root:
            raise Bad(room, n)
        marked = pending.pop(n, None)
        if marked is not None and erases != marked:
            raise Bad(room, marked)
        if marked is None and erases is not None:
            raise Bad(room, erases if erases < n else n)


def receipt(data, record, public):
    try:
        head, rest = data.decode().split("\n\n", 1)
    except (ValueError, UnicodeDecodeError):
        raise Bad
    lines = head.split("\n")
    if len(lines) < 3 or len(lines) > 67 or lines[0] != "c2sp.org/tlog-proof@v1":
        raise Bad
    if not lines[1].startswith("extra ") or not lines[2].startswith("index "):
        raise Bad
    leaf, n, proof = hash_of(lines[1][6:]), number(lines[2][6:]), [hash_of(line) for line in lines[3:]]
    if leaf is None or n is None or None in proof:
        raise Bad
    origin, size, root = checkpoint(rest, public)
    if not origin.startswith(record + "/") or not included(sha(b"\0", leaf), n, size, proof, root):
        raise Bad


def main():
    kind, (record, public), files = sys.argv[1], read_key(sys.argv[2]), sys.argv[3:]
    worst = 0
    for name in files:
        with open(name, "rb") as file:
            data = file.read()
        try:
            if kind == "bundle":
                print("good %d %d" % Bundle(data, record, public).verify())
            else:
                receipt(data, record, public)
                print("good")
        except Bad as bad:
            worst = 1
            room, n = ("-" if x is None else x for x in (bad.room, bad.n))
            print(f"bad {room} {n}" if kind == "bundle" else "bad")
    return worst


if __name__ == "__main__":
    sys.exit(main())
