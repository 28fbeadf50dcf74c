"""A code said letter by letter, as on the telephone."""

from django.utils.translation import gettext_lazy

WORDS = {
    "A": gettext_lazy("A comme Anatole"),
    "B": gettext_lazy("B comme Berthe"),
    "C": gettext_lazy("C comme Célestin"),
    "D": gettext_lazy("D comme Désiré"),
    "E": gettext_lazy("E comme Eugène"),
    "F": gettext_lazy("F comme François"),
    "G": gettext_lazy("G comme Gaston"),
    "H": gettext_lazy("H comme Henri"),
    "J": gettext_lazy("J comme Joseph"),
    "K": gettext_lazy("K comme Kilo"),
    "M": gettext_lazy("M comme Marcel"),
    "N": gettext_lazy("N comme Nicolas"),
    "P": gettext_lazy("P comme Pierre"),
    "Q": gettext_lazy("Q comme Quentin"),
    "R": gettext_lazy("R comme Raoul"),
    "S": gettext_lazy("S comme Suzanne"),
    "T": gettext_lazy("T comme Thérèse"),
    "V": gettext_lazy("V comme Victor"),
    "W": gettext_lazy("W comme William"),
    "X": gettext_lazy("X comme Xavier"),
    "Y": gettext_lazy("Y comme Yvonne"),
    "Z": gettext_lazy("Z comme Zoé"),
}


def said_in_groups(code: str) -> list[str]:
    """One line a group: “K comme Kilo, 7, T comme Thérèse, 2”."""
    return [
        ", ".join(str(WORDS.get(letter, letter)) for letter in group) for group in code.split("-")
    ]
