"""What the organisers do again and again at the desk."""

import uuid
from urllib.parse import urlsplit

POITIERS = "poitiers-numerique-2021"


def title_of(words: str) -> str:
    """A title of one's own, so that journeys do not meet."""
    return f"{words} {uuid.uuid4().hex[:8]}"


def drafted(page, hand, title: str, *, kind: str = "Document", slug: str = POITIERS) -> str:
    """A new draft, open to be written; the path of its page at the desk."""
    page.goto(f"/bureau/{slug}/documents/nouveau/")
    hand.write("Titre", title)
    hand.choose("Nature", kind)
    hand.press("Créer le brouillon")
    return urlsplit(page.url).path.removesuffix("modifier/")


def published(page, hand) -> None:
    """From the page of a draft, validated then published, each after a look."""
    for act in ("Valider", "Publier"):
        hand.press(act)
        hand.press(act)


def public_path(title: str, *, part: str = "documents", slug: str = POITIERS) -> str:
    return f"/conventions/{slug}/{part}/{title.lower().replace(' ', '-')}/"


def reread(page, path: str):
    """A public page again, once the cache has seen what was done: it looks every second."""
    page.wait_for_timeout(1_100)
    return page.goto(path)
