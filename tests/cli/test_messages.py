"""The catalogues: what is found in the sources, and what keeps one from being complete."""

import polib
import pytest

from isegoria.cli import catalogues
from isegoria.cli.catalogues import Found, Message

PYTHON = """
_("Une phrase " "en deux morceaux")
ngettext_lazy("%(n)s pièce", "%(n)s pièces", "n")
pgettext("état", "fini")
_(variable)
other("pas un message")
"""
TEMPLATE = """
<p title="{% translate "L’apostrophe d'ici" %}">x's {{ a|default:_("rien (du tout)") }}</p>
{% blocktranslate trimmed count n=n %}
  {{ n }} voix, l'une
{% plural %}
  {{ n }} voix (à 100 %)
{% endblocktranslate %}
{% card title=_("Titre") %}
"""


@pytest.fixture
def found():
    found = Found()
    found.add(Message("Bonjour %(nom)s"), "web/a.html")
    found.add(Message("%(n)s pièce", "%(n)s pièces"), "web/b.py")
    return found


def translated(found, tmp_path, *forms: str) -> list[str]:
    """The faults of the English catalogue once its messages are translated so."""
    catalogues.write(found, "en", tmp_path)
    path = catalogues.po_path("en", tmp_path)
    catalogue = polib.pofile(str(path))
    catalogue.find("Bonjour %(nom)s").msgstr = forms[0]
    catalogue.find("%(n)s pièce").msgstr_plural = {0: forms[1], 1: forms[2]}
    catalogue.save()
    return catalogues.faults(found, "en", tmp_path)


def test_messages_are_found_in_python():
    assert sorted(catalogues.in_python(PYTHON)) == [
        Message("%(n)s pièce", "%(n)s pièces"),
        Message("Une phrase en deux morceaux"),
        Message("fini", "", "état"),
    ]


def test_messages_are_found_in_templates():
    assert list(catalogues.in_template(TEMPLATE)) == [
        Message("L’apostrophe d'ici"),
        Message("rien (du tout)"),
        Message("%(n)s voix, l'une", "%(n)s voix (à 100 %%)"),
        Message("Titre"),
    ]


def test_the_french_catalogue_repeats_each_message(found, tmp_path):
    catalogues.write(found, "fr", tmp_path)

    assert catalogues.faults(found, "fr", tmp_path) == []


def test_a_complete_translation_has_no_fault(found, tmp_path):
    assert translated(found, tmp_path, "Hello %(nom)s", "one piece", "%(n)s pieces") == []


@pytest.mark.parametrize(
    ("forms", "fault"),
    [
        (("", "one", "%(n)s pieces"), "non traduit : « Bonjour %(nom)s »"),
        (("Hello", "one", "%(n)s"), "valeurs à insérer différentes : « Bonjour %(nom)s »"),
        (("Hello %(nom)s", "one", "pieces"), "valeurs à insérer différentes : « %(n)s pièce »"),
        (("Hello %(nom)s", "one", ""), "non traduit : « %(n)s pièce »"),
    ],
)
def test_an_incomplete_translation_is_a_fault(found, tmp_path, forms, fault):
    assert translated(found, tmp_path, *forms) == [fault]


def test_updating_keeps_translations_and_drops_what_is_no_longer_said(found, tmp_path):
    translated(found, tmp_path, "Hello %(nom)s", "one piece", "%(n)s pieces")
    fewer = Found()
    fewer.add(Message("Bonjour %(nom)s"), "web/a.html")
    fewer.add(Message("Nouveau"), "web/c.html")

    catalogues.write(fewer, "en", tmp_path)

    kept = catalogues.read(catalogues.po_path("en", tmp_path))
    assert {key[1]: entry.msgstr for key, entry in kept.items()} == {
        "Bonjour %(nom)s": "Hello %(nom)s",
        "Nouveau": "",
    }


def test_missing_and_unused_messages_are_faults(found, tmp_path):
    catalogues.write(found, "fr", tmp_path)
    changed = Found(dict(found.messages), found.places)
    del changed.messages["", "%(n)s pièce"]
    changed.add(Message("Ajouté"), "web/c.html")

    assert catalogues.faults(changed, "fr", tmp_path) == [
        "absent : « Ajouté »",
        "plus utilisé : « %(n)s pièce »",
    ]


def test_a_message_to_review_is_a_fault(found, tmp_path):
    translated(found, tmp_path, "Hello %(nom)s", "one piece", "%(n)s pieces")
    path = catalogues.po_path("en", tmp_path)
    catalogue = polib.pofile(str(path))
    catalogue.find("Bonjour %(nom)s").flags.append("fuzzy")
    catalogue.save()

    assert catalogues.faults(found, "en", tmp_path) == ["à relire (fuzzy) : « Bonjour %(nom)s »"]


def test_only_changed_catalogues_are_compiled(found, tmp_path):
    catalogues.write(found, "fr", tmp_path)

    compiled = [len(catalogues.compile_stale(tmp_path)) for _ in range(2)]

    assert compiled == [1, 0]
