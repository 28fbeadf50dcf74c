"""One example of each component, as it is written in a template."""

from typing import Any

from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString

STAGES = [
    {"name": "Mandat", "state": "done", "said": "fait", "when": "28 septembre 2020", "url": "#a"},
    {"name": "Panel", "state": "done", "said": "fait", "when": "30 avril 2021"},
    {"name": "Séances", "state": "current", "said": "en ce moment", "when": "mai–juin 2021"},
    {"name": "Conseil", "state": "late", "said": "en retard", "when": "7 mars 2022", "drift": "66 jours après la date promise"},
]  # fmt: skip
GATE = [
    {
        "state": "met",
        "said": "présent",
        "name": "Le mandat voté",
        "url": "#b",
        "detail": "version 3",
    },
    {"state": "missing", "said": "manque", "name": "L’avis des garants"},
    {"state": "waived", "said": "passé outre", "name": "La mission du comité"},
]
CONTEXT: dict[str, Any] = {
    "stages": STAGES,
    "gate": GATE,
    "trail": [("Accueil", "#c"), ("Numérique responsable", "#d"), ("Calendrier", "")],
    "links": [("Tout", "#e"), ("Convention", "#f")],
    "rows": [("Question posée par", "la Ville"), ("Panel", "30 personnes")],
    "columns": ["Critère", "Visé"],
    "svg": "<svg viewBox='0 0 10 10' role='img' aria-label='Code QR'><path d='M0 0h4v4H0z'/></svg>",
}

EXAMPLES: dict[str, str] = {
    "mark": '{% ui "mark" %}',
    "icon": '{% ui "icon" name="calendar" label="Calendrier" %}',
    "badge": '{% ui "badge" text="publié" tone="success" %}',
    "page_title": '{% ui "badge" text="un seul titre de page par page" %}',
    "breadcrumb": '{% ui "breadcrumb" trail=trail %}',
    "counter": '{% ui "counter" number="30" label="membres" base="30 places prévues par le mandat" %}',
    "fictional": '{% ui "fictional" %}',
    "notice": '{% uibox "notice" tone="warn" title="Lancée malgré des manques" %}<p>Il manquait l’avis des garants.</p>{% enduibox %}',
    "refusal": '{% ui "refusal" act="Publier" reason="Cet acte revient à : organisation." %}',
    "tombstone": '{% ui "tombstone" title="Compte rendu de la séance 1" reason="Une erreur de fichier." when="2 juin 2021" %}',
    "empty": '{% ui "empty" title="Pas encore de document" text="Le premier sera le mandat." url="#g" label="Voir le mandat" %}',
    "confirm": '{% ui "confirm" question="Publier ce texte ?" shows="Il devient public tout de suite." %}',
    "card": '{% uibox "card" title="Numérique responsable" url="#h" kicker="Ville de Poitiers" %}<p>Quel numérique pour demain ?</p>{% enduibox %}',
    "facts": '{% ui "facts" rows=rows %}',
    "thread": '{% ui "thread" stages=stages label="Exemple de fil" %}',
    "date_entry": '{% ui "date_entry" title="Séance 1" when="mercredi 19 mai 2021" planned="Prévue le 12 mai 2021" drift="7 jours plus tard" reason="Couvre-feu." tone="warn" %}',
    "seat": '{% ui "seat" name="Corinne Comité" function="présidente" organisation="Association d’exemple" %}',
    "file_link": '{% ui "file_link" url="#i" title="Mandat" type="PDF" size="120 ko" language="français" %}',
    "checklist": '{% ui "checklist" items=gate %}',
    "table": '{% uibox "table" caption="Quotas d’exemple" columns=columns %}<tr><th scope="row">Femmes</th><td>16</td></tr>{% enduibox %}',
    "pagination": '{% ui "pagination" previous="#j" next="#k" count="51 à 100 sur 240" label="Exemple de pages" %}',
    "tabs": '{% ui "tabs" links=links label="Lignes du calendrier" current="#e" %}',
    "details": '{% uibox "details" summary="Historique" %}<p>Version 1, puis 2.</p>{% enduibox %}',
    "compare": '{% ui "compare" left_title="Votre texte" right_title="Le texte enregistré" left="Un" right="Deux" %}',
    "qr": '{% ui "qr" svg=svg url="https://exemple.org/" label="Exemple" %}',
    "video": '{% ui "video" url="#l" host="exemple.org" title="Table ronde" subtitled=True %}',
    "plain_switch": '{% ui "plain_switch" url="#m" label="Version simple" status="langage simplifié" %}',
    "button": '{% ui "button" label="Publier" url="#n" %}',
    "search": '{% ui "search" label="Rechercher un exemple" name="exemple" %}',
    "filters": '{% uibox "filters" label="Exemple de filtre" %}<label for="annee">Année</label><input id="annee" name="annee">{% enduibox %}',
    "form_actions": '{% ui "form_actions" label="Enregistrer" cancel="#o" %}',
    "error_summary": '{% ui "badge" text="montré quand un formulaire est faux" %}',
    "print_header": '{% ui "print_header" url="https://exemple.org/" %}',
}  # fmt: skip


def example(name: str, request: HttpRequest) -> SafeString:
    """The component drawn with its example."""
    return SafeString(engines["django"].from_string(EXAMPLES[name]).render(CONTEXT, request))
