"""PDF and plain text."""

import re
import zlib

from isegoria.convention.publishing.refusing import Kind, Read, RefusedFile

PDF = Kind(media_type="application/pdf", extensions=("pdf",), label="PDF")
TEXT = Kind(media_type="text/plain", extensions=("txt", "text", "md"), label="TXT")
TABLE = Kind(media_type="text/csv", extensions=("csv",), label="CSV")
TAIL = 2048
NEAR = 600
MOST_INFLATED = 20 * 1024 * 1024
STREAM = re.compile(rb"(?<!end)stream\r?\n(.*?)endstream", re.DOTALL)
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b")
ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
UNREADABLE = {chr(code) for code in range(32)} - set("\t\n\r\f")
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def pdf(content: bytes) -> Read:
    """A whole PDF that ends where it says, without a program that can be seen from outside."""
    end = content.rfind(b"%%EOF")
    if end < 0 or b"xref" not in content.lower():
        raise RefusedFile("pdf_broken")
    if len(content) - end > TAIL or b"PK\x05\x06" in content[end:]:
        raise RefusedFile("mixed")
    if re.search(rb"<(html|script|!doctype|\?php)", content[:1024], re.IGNORECASE):
        raise RefusedFile("mixed")
    names = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), _structure(content))
    if ACTIVE.search(names):
        raise RefusedFile("pdf_active")
    if re.search(rb"/Encrypt\b", names):
        raise RefusedFile("pdf_locked")
    return content, PDF


def _structure(content: bytes) -> bytes:
    """What the PDF is made of, without its pictures and fonts; packed objects are unpacked."""
    parts, last = [], 0
    for found in STREAM.finditer(content):
        head = content[last : found.start()]
        parts += [head, _inflated(found[1])] if b"/ObjStm" in head[-NEAR:] else [head]
        last = found.end()
    return b"\n".join([*parts, content[last:]])


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, MOST_INFLATED)
    except zlib.error:
        return b""


def text(content: bytes, extension: str) -> Read:
    """Readable text, kept in UTF-8. Anything else has no place here."""
    if extension not in {*TEXT.extensions, *TABLE.extensions, ""}:
        raise RefusedFile("unknown")
    words = _decoded(content)
    if UNREADABLE & set(words):
        raise RefusedFile("text_binary")
    return words.encode(), TABLE if extension in TABLE.extensions else TEXT


def _decoded(content: bytes) -> str:
    marked = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(marked)
    except UnicodeDecodeError:
        if marked != "utf-8":
            raise RefusedFile("text_binary") from None
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise RefusedFile("text_binary") from None
