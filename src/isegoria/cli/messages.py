"""`./isegoria messages`: bring the catalogues up to date, or check that they are complete."""

from isegoria.cli import catalogues
from isegoria.cli.console import say, warn
from isegoria.cli.options import Options

SHOWN = 40


def main(arguments: list[str]) -> int:
    parser = Options(
        "messages", "Relève les textes de l’interface et met à jour les catalogues de traduction."
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="ne change rien ; échoue si un texte manque, n’est pas traduit ou est à relire",
    )
    options = parser.parse_args(arguments)
    found = catalogues.in_sources()
    return check(found) if options.check else update(found)


def update(found: catalogues.Found) -> int:
    for language in catalogues.LANGUAGES:
        catalogues.write(found, language)
    catalogues.compile_stale()
    remaining = len(catalogues.faults(found, "en"))
    say(f"{len(found.messages)} textes relevés ; à traduire ou à relire en anglais : {remaining}.")
    return 0


def check(found: catalogues.Found) -> int:
    complete = True
    for language, faults in catalogues.languages_complete(found).items():
        complete = complete and not faults
        for fault in faults[:SHOWN]:
            warn(f"{language} · {fault}")
        if len(faults) > SHOWN:
            warn(f"{language} · … et {len(faults) - SHOWN} autres")
    if not complete:
        warn(
            "Pour mettre à jour les catalogues : ./isegoria messages, puis traduire dans locale/en."
        )
        return 1
    say(f"Catalogues complets : {len(found.messages)} textes, {len(catalogues.LANGUAGES)} langues.")
    return 0
