"""Office documents: ZIP archives of a known make, of a sane size, without macros."""

import io
import zipfile
import zlib

from isegoria.convention.publishing.refusing import Kind, Read, RefusedFile

MOST_MEMBERS = 5000
MOST_BYTES = 300 * 1024 * 1024
MOST_RATIO = 200
OPEN = "application/vnd.oasis.opendocument."
CLOSED = "application/vnd.openxmlformats-officedocument."
BY_TYPE = {
    f"{OPEN}text": Kind(media_type=f"{OPEN}text", extensions=("odt",), label="ODT"),
    f"{OPEN}spreadsheet": Kind(media_type=f"{OPEN}spreadsheet", extensions=("ods",), label="ODS"),
    f"{OPEN}presentation": Kind(media_type=f"{OPEN}presentation", extensions=("odp",), label="ODP"),
}
BY_PART = {
    "word/document.xml": Kind(
        media_type=f"{CLOSED}wordprocessingml.document", extensions=("docx",), label="DOCX"
    ),
    "xl/workbook.xml": Kind(
        media_type=f"{CLOSED}spreadsheetml.sheet", extensions=("xlsx",), label="XLSX"
    ),
    "ppt/presentation.xml": Kind(
        media_type=f"{CLOSED}presentationml.presentation", extensions=("pptx",), label="PPTX"
    ),
}
MACROS = ("vbaproject.bin", "vbadata.xml", "basic/", "scripts/", "oleobject", "activex")


def office(content: bytes) -> Read:
    """An office document. Only its table of contents and its type are read, nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_size(members)
            _check_whole(archive, content)
            kind = _kind(archive, {member.filename for member in members})
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as wrong:
        if isinstance(wrong, RefusedFile):
            raise
        raise RefusedFile("archive_broken") from wrong
    _check_macros(members)
    return content, kind


def _check_size(members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    if len(members) > MOST_MEMBERS or unpacked > MOST_BYTES or unpacked > MOST_RATIO * packed:
        raise RefusedFile("archive_bomb")


def _check_whole(archive: zipfile.ZipFile, content: bytes) -> None:
    """It begins at the first byte and ends at the last: nothing before, after or between."""
    first = min((member.header_offset for member in archive.infolist()), default=1)
    if first != 0 or archive.comment or content.rfind(b"PK\x05\x06") != len(content) - 22:
        raise RefusedFile("mixed")


def _kind(archive: zipfile.ZipFile, names: set[str]) -> Kind:
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        kind = BY_TYPE.get(archive.read("mimetype").decode("ascii", "replace").strip())
    else:
        parts = (made for part, made in BY_PART.items() if part in names)
        kind = next(parts, None) if "[Content_Types].xml" in names else None
    if kind is None:
        raise RefusedFile("archive")
    return kind


def _check_macros(members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        name = member.filename.lower()
        if any(one in name for one in MACROS):
            raise RefusedFile("archive_macro")
        if name.startswith("/") or ".." in name.split("/") or "\\" in name:
            raise RefusedFile("archive_broken")
