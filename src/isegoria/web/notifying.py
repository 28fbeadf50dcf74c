"""What sets letters going: to subscribers, the acts that they asked to hear of; to the guarantors,
what changes after they looked at it; to whoever is to answer a question, that it waits.
"""

from isegoria.convention.governance.correspondence import has_subscribers
from isegoria.convention.journal.models import Entry
from isegoria.convention.recruitment.amending import amendment
from isegoria.web import mails

NEWS = frozenset(
    {
        "version.publish",
        "mandate.adopt",
        "calendar.move",
        "calendar.hold",
        "calendar.cancel",
        "roundtable.announce",
        "roundtable.cancel",
        "convention.launch",
        "convention.launch_unready",
    }
)


def tell_subscribers(entry: Entry) -> None:
    """After an act: a letter is prepared if it is news and if somebody follows."""
    if entry.act in NEWS and has_subscribers(entry.convention):
        mails.tell_subscribers.enqueue(entry.pk)


def tell_guarantors(entry: Entry) -> None:
    """After another quota table took the place of the one in force, or somebody was called out of
    turn: they hear of it, and why."""
    if entry.act == "quotas.freeze" and amendment(entry.subject):
        mails.tell_guarantors.enqueue(entry.pk)
    if entry.act == "draw.derogate":
        mails.tell_of_derogation.enqueue(entry.pk)


def tell_the_answerer(entry: Entry) -> None:
    """After a question was given to somebody, who may not come back here by themselves."""
    if entry.act == "question.confide":
        mails.tell_the_answerer.enqueue(entry.pk)
