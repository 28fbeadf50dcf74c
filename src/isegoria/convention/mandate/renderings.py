"""The short texts of a convention in another language than its own: a title, a question, a reason.

Documents have versions in each language; these texts have none, so each is kept beside its rendering.
A text that changes has no rendering any more: nothing stale is shown.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from isegoria.convention.mandate.models import Convention


class Rendering(models.Model):
    """One text, word for word, and what it says in another language."""

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="renderings")
    language = models.CharField(_("langue"), max_length=8)
    digest = models.CharField(max_length=64)
    original = models.TextField()
    text = models.TextField(_("traduction"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convention", "language", "digest"], name="a_text_is_rendered_once"
            ),
            models.CheckConstraint(name="a_rendering_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def renderings_of(convention: Convention, language: str) -> dict[str, str]:
    """Each text that has a rendering in this language, and what it is. One query."""
    found = Rendering.objects.filter(convention=convention, language=language)
    return dict(found.values_list("original", "text"))


def headlines(language: str) -> dict[str, str]:
    """The same for what the list of conventions says of each. One query."""
    names = ("title", "question", "notice", "commissioner")
    said = Q(*((f"convention__{name}", F("original")) for name in names), _connector=Q.OR)
    found = Rendering.objects.filter(said, language=language).exclude(convention__state="draft")
    return dict(found.values_list("original", "text"))


def render(convention: Convention, language: str, texts: Mapping[str, str]) -> dict[str, Any]:
    """Keep these renderings, and forget those that are emptied; what the act records of it."""
    known = Rendering.objects.filter(convention=convention, language=language)
    known.filter(digest__in=map(digest_of, texts)).delete()
    Rendering.objects.bulk_create(
        Rendering(
            convention=convention,
            language=language,
            digest=digest_of(original),
            original=original,
            text=text,
        )
        for original, text in texts.items()
        if text
    )
    said = "\0".join(f"{original}\0{text}" for original, text in sorted(texts.items()))
    return {"language": language, "count": len(texts), "texts_sha256": digest_of(said)}
