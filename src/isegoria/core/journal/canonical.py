"""One value, one sequence of bytes: RFC 8785 (JSON Canonicalization Scheme), without floats.

A float has no place in a record that must hash to the same bytes in every language, so it is
refused rather than formatted; amounts are integers of the smallest unit.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]

LARGEST = 2**53 - 1


def canonical(value: Json) -> bytes:
    """The canonical UTF-8 bytes of a JSON value (RFC 8785, section 3.2).

    Object members are sorted by UTF-16 code units (3.2.3); integers are limited to ±(2⁵³ - 1)
    (I-JSON, RFC 7493, section 2.2). Raises TypeError for a float or another type and ValueError
    for a number out of range or a lone surrogate.
    """
    ordered = _ordered(value)
    text = json.dumps(ordered, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def digest(value: Json) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _ordered(value: Json) -> Json:
    match value:
        case None | bool() | str():
            return value
        case int():
            if abs(value) > LARGEST:
                raise ValueError(f"{value} does not fit in a JSON number")
            return value
        case Mapping():
            if not all(isinstance(name, str) for name in value):
                raise TypeError("a JSON object is keyed by strings")
            names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
            return {name: _ordered(value[name]) for name in names}
        case Sequence() if not isinstance(value, bytes | bytearray | memoryview):
            return [_ordered(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no canonical form")
