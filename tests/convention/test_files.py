"""Files that somebody deposits: the corpus of what is kept, and of what is refused and why."""

import io
import struct
import zipfile
import zlib

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.Image import Exif

from isegoria.convention.publishing import files
from isegoria.convention.publishing.files import LARGEST, clean_name, examine
from isegoria.convention.publishing.refusing import SENTENCES, RefusedFile


def picture(kind, mode="RGB", size=(40, 20), **options):
    kept = io.BytesIO()
    Image.new(mode, size, 120).save(kept, kind, **options)
    return kept.getvalue()


def located_picture():
    exif = Exif()
    exif[0x010F] = "Appareil de Marie"
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0112] = 6
    return picture("JPEG", exif=exif)


def archive(members, *, compress=zipfile.ZIP_DEFLATED):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", compress) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return kept.getvalue()


ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
PDF = typst.compile(b"= Bonjour\nUn texte.")
FRAME = b"\xff\xfb\x90\x00" + bytes(413)


STARTS = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"RIFF\0\0\0\0WEBP",
    b"ID3",
    b"\xff\xfb\x90\x00",
]


def huge_png(width, height):
    """A PNG whose header announces more points than its bytes could hold."""

    def chunk(name, body):
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


KEPT = {
    "rapport.pdf": (PDF, "application/pdf"),
    "photo.png": (picture("PNG"), "image/png"),
    "photo.jpg": (picture("JPEG"), "image/jpeg"),
    "photo.jpeg": (picture("JPEG", "CMYK"), "image/jpeg"),
    "photo.webp": (picture("WEBP"), "image/webp"),
    "plan.png": (picture("PNG", "P"), "image/png"),
    "note.odt": (archive(ODT), "application/vnd.oasis.opendocument.text"),
    "note.docx": (
        archive(DOCX),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "table.csv": ("nom;âge\nÉmile;7\n".encode(), "text/csv"),
    "note.txt": ("Un été à Poitiers".encode("cp1252"), "text/plain"),
    "sans-extension": (b"Bonjour", "text/plain"),
    "seance.mp3": (FRAME * 8, "audio/mpeg"),
}

REFUSED = {
    "nothing": ("vide.pdf", b"", "empty"),
    "too much": ("gros.txt", b"a" * (LARGEST + 1), "large"),
    "a drawing": ("dessin.svg", b'<?xml version="1.0"?><svg onload="alert(1)"/>', "svg"),
    "a drawing named a picture": ("dessin.png", b'<svg xmlns="x"><script/></svg>', "svg"),
    "a web page": ("page.html", b"<!DOCTYPE html><script>x</script>", "page"),
    "a web page named a text": ("page.txt", b"\n\n <html><body>", "page"),
    "a script in a text": ("note.txt", b"bonjour <script>alert(1)</script>", "page"),
    "a Windows program": ("note.pdf", b"MZ\x90\x00" + bytes(100), "program"),
    "a Linux program": ("note", b"\x7fELF" + bytes(100), "program"),
    "a shell script": ("note.txt", b"#!/bin/sh\nrm -rf /", "program"),
    "an unknown kind": ("film.mkv", b"\x1a\x45\xdf\xa3" + bytes(100), "unknown"),
    "an animated picture": (
        "film.png",
        picture("PNG", save_all=True, append_images=[Image.new("RGB", (40, 20))]),
        "picture_moves",
    ),
    "a GIF": ("image.gif", b"GIF89a" + bytes(30), "unknown"),
    "a picture bomb": ("bombe.png", huge_png(30_000, 30_000), "picture_large"),
    "a larger picture bomb": ("bombe.png", huge_png(90_000, 90_000), "picture_large"),
    "half a picture": ("photo.png", picture("PNG", size=(400, 400))[:120], "picture_broken"),
    "a picture named PDF": ("photo.pdf", picture("PNG"), "extension"),
    "a PDF named picture": ("rapport.png", PDF, "extension"),
    "a PDF named program": ("rapport.pdf.exe", PDF, "extension"),
    "half a PDF": ("rapport.pdf", PDF[:200], "pdf_broken"),
    "a PDF with a program": (
        "rapport.pdf",
        (
            b"%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
            b"xref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF"
        ),
        "pdf_active",
    ),
    "a PDF with a program written otherwise": (
        "rapport.pdf",
        b"%PDF-1.4\n1 0 obj<</S/J#61vaScript>>endobj\nxref\nstartxref\n9\n%%EOF",
        "pdf_active",
    ),
    "a PDF with a packed program": (
        "rapport.pdf",
        b"%PDF-1.5\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n"
        + zlib.compress(b"<</S/JavaScript/JS(x)>>")
        + b"\nendstream endobj\nstartxref\n9\n%%EOF",
        "pdf_active",
    ),
    "a PDF with a lock": (
        "rapport.pdf",
        b"%PDF-1.4\nxref\ntrailer<</Encrypt 5 0 R>>\nstartxref\n9\n%%EOF",
        "pdf_locked",
    ),
    "a PDF and a ZIP in one": ("rapport.pdf", PDF + archive(ODT), "mixed"),
    "a PDF and much else": ("rapport.pdf", PDF + bytes(9000), "mixed"),
    "a PDF and a page in one": ("rapport.pdf", b"%PDF-1.4\n<script>x</script>\n" + PDF, "mixed"),
    "an archive": ("tout.zip", archive({"a.txt": b"x"}), "archive"),
    "an archive named document": ("note.docx", archive({"a.txt": b"x"}), "archive"),
    "a bomb": ("note.odt", archive({**ODT, "b": bytes(30_000_000)}), "archive_bomb"),
    "macros": ("note.docx", archive({**DOCX, "word/vbaProject.bin": b"x"}), "archive_macro"),
    "macros of another make": ("note.odt", archive({**ODT, "Basic/x.xml": b"x"}), "archive_macro"),
    "a path that climbs": ("note.odt", archive({**ODT, "../../x": b"x"}), "archive_broken"),
    "half a document": ("note.odt", archive(ODT)[:60], "archive_broken"),
    "something before a document": ("note.odt", b"PK" + bytes(8) + archive(ODT), "mixed"),
    "something after a document": ("note.odt", archive(ODT) + b"<script>", "mixed"),
    "NUL bytes in a table": ("table.csv", b"a;b\x00\n", "text_binary"),
    "noise named text": ("note.txt", b"\x81\x8d\x8f\x90", "text_binary"),
    "half a sound": ("son.mp3", FRAME * 2 + b"\x00" * 600, "sound_broken"),
    "a tag without a sound": ("son.mp3", b"ID3\x04\x00\x00\x00\x00\x00\x05hello", "sound_broken"),
}

OUTCOMES = {*SENTENCES, *(media_type for _, media_type in KEPT.values())}


@pytest.mark.parametrize("name", KEPT)
def test_a_file_of_an_accepted_kind_is_kept(name):
    content, media_type = KEPT[name]

    assert examine(name, content).media_type == media_type


@pytest.mark.parametrize("case", REFUSED)
def test_a_hostile_file_is_refused_with_its_reason(case):
    name, content, code = REFUSED[case]

    with pytest.raises(RefusedFile) as refused:
        examine(name, content)

    assert refused.value.code == code
    assert "{" not in refused.value.sentence


def test_every_reason_is_met_in_the_corpus():
    assert {code for _, _, code in REFUSED.values()} == set(SENTENCES)


def test_a_picture_is_kept_without_what_the_camera_wrote():
    kept = examine("photo.jpg", located_picture())

    assert b"Marie" not in kept.content
    assert dict(Image.open(io.BytesIO(kept.content)).getexif()) == {}


def test_a_picture_is_kept_upright():
    kept = examine("photo.jpg", located_picture())

    assert Image.open(io.BytesIO(kept.content)).size == (20, 40)


def test_what_hides_behind_a_picture_is_left_out():
    kept = examine("photo.png", picture("PNG") + archive(ODT) + b"<script>")

    assert b"<script>" not in kept.content
    assert b"PK\x05\x06" not in kept.content


def test_transparency_is_kept():
    kept = examine("logo.png", picture("PNG", "RGBA"))

    assert Image.open(io.BytesIO(kept.content)).mode == "RGBA"


def test_the_tags_of_a_sound_are_cut():
    tag = b"ID3\x04\x00\x00\x00\x00\x00\x05Marie"

    kept = examine("son.mp3", tag + FRAME * 8 + b"TAG" + b"Marie".ljust(125))

    assert kept.content == FRAME * 8


def test_a_text_is_kept_in_one_encoding():
    kept = examine("note.txt", "Été".encode("utf-16"))

    assert kept.content == "Été".encode()


def test_a_file_is_stored_under_a_name_that_says_nothing():
    kept = examine("Lettre de Marie.pdf", PDF)

    assert kept.stored_name == f"{kept.sha256[:40]}.pdf"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Compte rendu — mai.pdf", "Compte-rendu-mai.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        (r"C:\Users\Marie\été.PDF", "été.pdf"),
        ("rapport.exe.pdf", "rapport-exe.pdf"),
        ("facture\u202efdp.exe.pdf", "facture-fdp-exe.pdf"),
        ("<script>.pdf", "script.pdf"),
        ("…", "document.pdf"),
        ("con.pdf", "document-con.pdf"),
        ("a" * 300 + ".pdf", "a" * 80 + ".pdf"),
    ],
)
def test_a_name_is_made_harmless(given, expected):
    assert clean_name(given, "pdf") == expected


@given(st.text(max_size=200))
def test_no_name_can_leave_its_folder(name):
    made = clean_name(name, "pdf")

    assert made.count(".") == 1
    assert not set('/\\<>:"|?*\n\r\0') & set(made)


def outcome(name, content):
    """The kind of a file that is kept, or the code of its refusal."""
    try:
        return examine(name, content).media_type
    except RefusedFile as refused:
        return refused.code


@given(st.binary(max_size=400), st.sampled_from(["x.pdf", "x.png", "x.odt", "x.txt", "x.mp3", "x"]))
def test_any_bytes_are_kept_or_refused_but_never_break(content, name):
    assert outcome(name, content) in OUTCOMES


@pytest.mark.parametrize("start", STARTS)
@given(rest=st.binary(max_size=400))
def test_a_file_that_only_begins_well_never_breaks(start, rest):
    assert outcome("x", start + rest) in OUTCOMES


def test_the_limit_is_said_in_the_sentence(monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1024 * 1024)

    with pytest.raises(RefusedFile) as refused:
        examine("x.txt", b"a" * (1024 * 1024 + 1))

    assert "1 Mo" in refused.value.sentence
