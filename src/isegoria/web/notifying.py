"""What sets the letters to subscribers going: the acts that they asked to hear of."""

from isegoria.convention.governance.correspondence import has_subscribers
from isegoria.convention.journal.models import Entry
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
