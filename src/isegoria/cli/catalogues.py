"""The catalogues of messages: found in the sources, written as .po, compiled to .mo.

The interface is written in French, so the French catalogue repeats each message (its
plurals must still be chosen); the English one is the translation. No gettext on the system.
"""

import ast
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[1]
LOCALE = PACKAGE / "locale"
LANGUAGES = ("fr", "en")
SOURCE_LANGUAGE = "fr"
PLURALS = {"fr": "nplurals=2; plural=(n > 1);", "en": "nplurals=2; plural=(n != 1);"}
MARKS = {
    "_": "",
    "gettext": "",
    "gettext_noop": "",
    "ngettext": "p",
    "pgettext": "c",
    "npgettext": "cp",
}
IN_TEMPLATE = re.compile(r"(?<![\w.])(?:n?p?gettext|_)\(")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    singular: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return (self.context, self.singular)


@dataclass(slots=True)
class Found:
    """Messages by key, with the files that say them."""

    messages: dict[tuple[str, str], Message] = field(default_factory=dict)
    places: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def add(self, message: Message, place: str) -> None:
        known = self.messages.get(message.key)
        if known is None or (message.plural and not known.plural):
            self.messages[message.key] = message
        self.places.setdefault(message.key, set()).add(place)


def in_sources(package: Path = PACKAGE) -> Found:
    """Every message of the Python files and templates of the package."""
    found = Found()
    for path in sorted(package.rglob("*")):
        place = path.relative_to(package).as_posix()
        if path.suffix == ".py" and "migrations" not in path.parts:
            messages = in_python(path.read_text("utf-8"))
        elif path.suffix in {".html", ".txt", ".svg"} and "templates" in path.parts:
            messages = in_template(path.read_text("utf-8"), place)
        else:
            continue
        for message in messages:
            found.add(message, place)
    return found


def in_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (message := marked(node)):
            yield message


def in_template(source: str, place: str = "") -> Iterator[Message]:
    calls = templatize(source, origin=place)
    for match in IN_TEMPLATE.finditer(calls):
        yield from in_python(_whole_call(calls, match.start()))


def _whole_call(source: str, start: int) -> str:
    """The call that starts there; what follows it in a template is not Python."""
    end = source.find(")", start)
    while end != -1:
        try:
            ast.parse(source[start : end + 1], mode="eval")
        except SyntaxError:
            end = source.find(")", end + 1)
        else:
            return source[start : end + 1]
    return ""


def marked(call: ast.Call) -> Message | None:
    """The message of a call that marks one with literal arguments."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    shape = MARKS.get(name.removesuffix("_lazy"))
    if shape is None:
        return None
    literals = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    texts = [value for value in literals if isinstance(value, str)][: 1 + len(shape)]
    if len(texts) < 1 + len(shape) or not texts[-1]:
        return None
    context = texts.pop(0) if "c" in shape else ""
    return Message(texts[0], texts[1] if "p" in shape else "", context)


def po_path(language: str, locale: Path = LOCALE) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> dict[tuple[str, str], polib.POEntry]:
    if not path.exists():
        return {}
    entries = polib.pofile(str(path), encoding="utf-8")
    return {(entry.msgctxt or "", entry.msgid): entry for entry in entries if not entry.obsolete}


def write(found: Found, language: str, locale: Path = LOCALE) -> None:
    """Bring one catalogue up to date: new messages in, messages no longer said out."""
    path = po_path(language, locale)
    known = read(path)
    catalogue = polib.POFile(wrapwidth=98)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for key, message in sorted(found.messages.items()):
        entry = _entry(message, known.get(key), language)
        entry.occurrences = [(place, "") for place in sorted(found.places[key])]
        catalogue.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, str(catalogue).encode())


def _entry(message: Message, known: polib.POEntry | None, language: str) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=message.singular, msgid_plural=message.plural, msgctxt=message.context or None
    )
    if any(PLACEHOLDER.search(text) and "%" in text for text in (message.singular, message.plural)):
        entry.flags.append("python-format")
    singular, plural = message.singular, message.plural
    if language != SOURCE_LANGUAGE:
        kept = known if known and bool(known.msgid_plural) == bool(plural) else None
        forms = list(kept.msgstr_plural.values()) if kept else []
        singular = forms[0] if forms else (kept.msgstr if kept else "")
        plural = forms[1] if len(forms) > 1 else ""
        if known and "fuzzy" in known.flags:
            entry.flags.append("fuzzy")
    if message.plural:
        entry.msgstr_plural = {0: singular, 1: plural}
    else:
        entry.msgstr = singular
    return entry


def faults(found: Found, language: str, locale: Path = LOCALE) -> list[str]:
    """What keeps a catalogue from being complete, one sentence each."""
    known = read(po_path(language, locale))
    missing = [f"absent : {_quoted(key)}" for key in sorted(found.messages.keys() - known.keys())]
    stale = [
        f"plus utilisé : {_quoted(key)}" for key in sorted(known.keys() - found.messages.keys())
    ]
    wrong = [
        f"{reason} : {_quoted(key)}"
        for key, entry in sorted(known.items())
        if key in found.messages and (reason := _fault(entry, found.messages[key]))
    ]
    return missing + stale + wrong


def _quoted(key: tuple[str, str]) -> str:
    return f"« {key[1]} »"


def _fault(entry: polib.POEntry, message: Message) -> str:
    forms = list(entry.msgstr_plural.values()) if message.plural else [entry.msgstr]
    if "fuzzy" in entry.flags:
        return "à relire (fuzzy)"
    if bool(entry.msgid_plural) != bool(message.plural) or not forms or not all(forms):
        return "non traduit"
    asked, may_omit = _placeholders(message.plural or message.singular), bool(message.plural)
    for index, form in enumerate(forms):
        used = _placeholders(form)
        singular_says_one = may_omit and index == 0 and used < asked
        if used != asked and not singular_says_one:
            return "valeurs à insérer différentes"
    return ""


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text.replace("%%", "")))


def compile_stale(locale: Path = LOCALE) -> list[Path]:
    """Compile each catalogue whose .mo is missing or older; return those compiled."""
    stale = [po for po in sorted(locale.glob("*/LC_MESSAGES/*.po")) if is_stale(po)]
    for po in stale:
        _replace(po.with_suffix(".mo"), polib.pofile(str(po), encoding="utf-8").to_binary())
    return stale


def is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns


def languages_complete(found: Found, languages: Iterable[str] = LANGUAGES) -> dict[str, list[str]]:
    return {language: faults(found, language) for language in languages}


def _replace(path: Path, content: bytes) -> None:
    """Write beside, then rename: a reader never sees half a file."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    beside.write_bytes(content)
    beside.replace(path)
