"""Pictures, drawn again from their points alone: no place, no camera, no hidden content."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from isegoria.convention.publishing.refusing import Kind, Read, RefusedFile

MOST_PIXELS = 40_000_000
KINDS = {
    "PNG": Kind(media_type="image/png", extensions=("png",), label="PNG"),
    "JPEG": Kind(media_type="image/jpeg", extensions=("jpg", "jpeg"), label="JPEG"),
    "WEBP": Kind(media_type="image/webp", extensions=("webp",), label="WebP"),
}
OPTIONS: dict[str, dict[str, object]] = {
    "PNG": {"optimize": True},
    "JPEG": {"quality": 88, "optimize": True},
    "WEBP": {"quality": 88},
}


def announced(content: bytes) -> bool:
    return (
        content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
        or content[:4] + content[8:12] == b"RIFFWEBP"
    )


def drawn_again(content: bytes, *, longest: int | None = None) -> Read:
    """The same picture, upright, in a new file of the same kind; no side longer than `longest`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=list(KINDS))
        _check(picture)
        kind = picture.format or ""
        upright = ImageOps.exif_transpose(picture)
        if longest:
            upright.thumbnail((longest, longest))
        return _saved(upright, kind), KINDS[kind]
    except RefusedFile:
        raise
    except Image.DecompressionBombError as bomb:
        raise RefusedFile("picture_large", pixels="> 100", limit=_millions(MOST_PIXELS)) from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as wrong:
        raise RefusedFile("picture_broken") from wrong


def _check(picture: Image.Image) -> None:
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS:
        raise RefusedFile("picture_large", pixels=_millions(pixels), limit=_millions(MOST_PIXELS))
    if getattr(picture, "n_frames", 1) > 1:
        raise RefusedFile("picture_moves")


def _saved(picture: Image.Image, kind: str) -> bytes:
    modes = ("L", "RGB") if kind == "JPEG" else ("L", "LA", "RGB", "RGBA")
    clear = picture.has_transparency_data and kind != "JPEG"
    drawn = picture if picture.mode in modes else picture.convert("RGBA" if clear else "RGB")
    bare = Image.new(drawn.mode, drawn.size)
    bare.paste(drawn)
    kept = io.BytesIO()
    bare.save(kept, kind, **OPTIONS[kind])
    return kept.getvalue()


def _millions(pixels: int) -> int:
    return round(pixels / 1_000_000)
