"""Is a city's colour readable? WCAG 2.2, success criterion 1.4.3, relative luminance and ratio."""

import re

PAPERS = {"light": "#fbf8f1", "dark": "#11171e"}
HEX = re.compile(r"#[0-9a-fA-F]{6}")
LEAST = 4.5


def luminance(colour: str) -> float:
    """Relative luminance of a #rrggbb colour, from 0 (black) to 1 (white)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`share` of the other colour in this one, as #rrggbb."""
    pairs = [(int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str) -> bool:
    """May it be used for links and buttons on the light paper?"""
    return bool(HEX.fullmatch(colour)) and contrast(colour, PAPERS["light"]) >= LEAST


def lightened(colour: str) -> str:
    """The same hue, light enough for the dark paper (7 : 1)."""
    for step in range(21):
        tried = mixed(colour, "#ffffff", step / 20)
        if contrast(tried, PAPERS["dark"]) >= 7:
            return tried
    return "#ffffff"
