"""`./isegoria doctor`: what is well, what is not, and how to mend each."""

import argparse
import smtplib
from collections.abc import Callable, Iterable, Iterator

from isegoria.cli import demonstration, health
from isegoria.cli.console import say, wake_django
from isegoria.cli.options import Options
from isegoria.cli.run import choose_data


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    demonstration.recall(choose_data(options.data))
    try:
        wake_django(lenient=True)
    except SystemExit as misconfigured:
        return report([health.wrong("Configuration", *sentence_and_remedy(misconfigured))])
    findings = list(all_findings())
    if options.send:
        findings += send_to(options.send)
    return report(findings)


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = Options("doctor", "Vérifie l’installation, et dit comment réparer ce qui ne va pas.")
    parser.data()
    parser.add_argument(
        "--send", metavar="ADRESSE", help="envoie un courriel d’essai à cette adresse"
    )
    return parser.parse_args(arguments)


def sentence_and_remedy(misconfigured: SystemExit) -> tuple[str, str]:
    sentence, _, remedy = str(misconfigured.code).partition("→")
    return sentence.strip(), remedy.strip() or "corrigez cette variable"


def all_findings() -> Iterator[health.Finding]:
    for subject, check in health.CHECKS:
        yield from examine(subject, check)


def examine(
    subject: str, check: Callable[[], Iterable[health.Finding]]
) -> Iterator[health.Finding]:
    """The findings of a check; one that breaks is itself a finding, never a traceback."""
    wells = []
    broken = False
    try:
        for finding in check():
            if finding.is_well:
                wells.append(finding)
            else:
                broken = True
                yield finding
    except Exception as failure:  # a doctor does not faint
        broken = True
        says = f"{type(failure).__name__} : {first_line(failure)}"
        yield health.wrong(subject, says, REMEDIES.get(subject, "relancez ./isegoria run"))
    if not broken:
        yield from wells


def first_line(failure: Exception) -> str:
    return (str(failure).strip() or "sans détail").splitlines()[0]


REMEDIES = {
    "Base de données": "vérifiez ISEGORIA_DATABASE_URL et que le serveur est démarré",
    "Documents PDF": "supprimez le dossier .venv, puis relancez ./isegoria run",
}


def send_to(address: str) -> list[health.Finding]:
    from django.core.mail import send_mail

    try:
        send_mail("Essai d’Isegoria", "Si vous lisez ceci, les courriels partent.", None, [address])
    except (OSError, smtplib.SMTPException) as failure:
        remedy = "vérifiez ISEGORIA_MAIL_URL (hôte, port, identifiants, tls=1 ou tls=0)"
        return [health.wrong("Courriel", f"l’envoi a échoué : {failure}", remedy)]
    return [health.well("Courriel", f"un message d’essai a été remis pour {address}")]


def report(findings: list[health.Finding]) -> int:
    to_mend = [finding for finding in findings if not finding.is_well]
    for finding in findings:
        verdict = "OK        " if finding.is_well else "à corriger"
        say(f"{verdict}  {finding.subject} : {finding.says}")
        if finding.mend:
            say(f"            → {finding.mend}")
    say()
    say(f"À corriger : {len(to_mend)}." if to_mend else "Tout est en ordre.")
    return 1 if to_mend else 0
