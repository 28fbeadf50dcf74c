"""Documents, news and round tables, each published on its day."""

import re
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile

from isegoria.convention.publishing.files import examine
from isegoria.convention.publishing.models import Document, RoundTable, Speaker, Version
from isegoria.convention.verbs import publishing
from isegoria.stages.facts import Fact, Text, fr, instant
from isegoria.stages.story import MORNING, NIGHT, Happening, Scene

LINK = re.compile(r"\]\(([a-z0-9-]+)\)")
ADDRESS = r"](/conventions/{}/documents/\1/)"


def story(scene: Scene) -> list[Happening]:
    tables, texts = scene.facts.read("round_tables.toml")["round_tables"], scene.facts.texts()
    return [
        *(Happening(_day(one), partial(_publish, scene, one)) for one in texts),
        *(Happening(instant(one.about["withdrawn"], hour=MORNING), partial(_withdraw, scene, one)) for one in texts if "withdrawn" in one.about),
        *(Happening(instant(one["announced"], hour=MORNING), partial(_announce, scene, one)) for one in tables),
        *(Happening(instant(one["recorded"], hour=MORNING), partial(_record, scene, one)) for one in tables),
    ]  # fmt: skip


def _day(text: Text) -> datetime:
    """News tell what happened in the day; other texts are there in the morning."""
    about = text.about
    day = about["published"] if "published" in about else about["date"]
    if about["kind"] == "news":
        return instant(day, hour=NIGHT, minute=30)
    return instant(day, hour=MORNING)


def _publish(scene: Scene, text: Text, at: datetime) -> None:
    about, by = text.about, scene.organiser(at)
    version = Version(
        id=_version_key(scene, about),
        document=_document(scene, about),
        title=about["title"],
        summary=about.get("summary", ""),
        body=_linked(scene, text.body),
        dated=about["date"],
        precision=about.get("date_precision", "day"),
        source=scene.facts.cited(about.get("sources", [])),
        change=about.get("change", ""),
        plain_body=_linked(scene, text.plain),
        plain_status=about["plain_status"] if text.plain else "",
        **_file(scene, about),
    )
    for verb in (publishing.draft, publishing.validate, publishing.publish):
        verb(version, by)


def _document(scene: Scene, about: Fact) -> Document:
    """The document that the version is of: a second version finds the first one's."""
    key = scene.key("document", f"{about['slug']}/{about['language']}")
    return Document.objects.filter(pk=key).first() or Document(
        id=key,
        convention=scene.convention,
        kind=about["kind"],
        slug=about["slug"],
        language=about["language"],
        place=about.get("place", ""),
        fictional=about.get("fictional", False),
    )


def _version_key(scene: Scene, about: Fact) -> UUID:
    number = f"/{about['number']}" if "number" in about else ""
    return scene.key("version", f"{about['slug']}/{about['language']}{number}")


def _file(scene: Scene, about: Fact) -> dict[str, Any]:
    """The file of a text, examined like any other, with what it holds in words."""
    if "file" not in about:
        return {}
    content = (scene.facts.folder / "documents" / about["file"]).read_bytes()
    kept = examine(about["file"], content)
    return {
        "file": ContentFile(kept.content, name=kept.stored_name),
        "file_name": kept.name,
        "media_type": kept.media_type,
        "size": kept.size,
        "file_sha256": kept.sha256,
        "text_alternative": about["text_alternative"].strip(),
    }


def _withdraw(scene: Scene, text: Text, at: datetime) -> None:
    version = Version.objects.get(pk=_version_key(scene, text.about))
    publishing.withdraw(version, scene.organiser(at), reason=text.about["withdrawal_reason"])


def _linked(scene: Scene, text: str) -> str:
    """In the folder a link is the name of another text; on the site it is an address."""
    return LINK.sub(ADDRESS.format(scene.convention.slug), text)


def _announce(scene: Scene, fact: Fact, at: datetime) -> None:
    table = RoundTable(
        id=scene.key("roundtable", fact["slug"]),
        convention=scene.convention,
        title=fr(fact, "title"),
        summary=fr(fact, "summary"),
        starts=instant(fact["starts"], hour=MORNING),
        place=fr(fact, "place"),
        source=scene.facts.cited(fact["source"]),
        fictional=fact.get("fictional", False),
    )
    speakers = [Speaker(name=one["name"], function=one["role_fr"]) for one in fact["speakers"]]
    publishing.announce(table, scene.organiser(at), speakers=speakers)


def _record(scene: Scene, fact: Fact, at: datetime) -> None:
    publishing.record(
        RoundTable.objects.get(pk=scene.key("roundtable", fact["slug"])),
        scene.organiser(at),
        video_url=fact["video"],
        subtitled="subtitles" in fact,
        transcript=fr(fact, "transcript"),
    )
