"""The part of the story that is about what is said in a sequence."""

from isegoria.convention.models import Capture, ZoneCount
from isegoria.convention.verbs import captures
from tests.sitting import fanny


def said(story, sequence, **more):
    """Something that table 3 said, and a facilitator wrote."""
    one = Capture(sequence=sequence, **{"kind": "card", "table": 3, "text": "Canari", **more})
    return captures.take(one, fanny(story))


def stood(story, sequence, *, agree=9, disagree=6, moment="before", **more):
    """Where people stood in a moving debate."""
    made = {"kind": "positions", "group": "plénière", "text": "Canari", **more}
    return captures.take(
        Capture(sequence=sequence, **made), fanny(story), counts=zones(agree, disagree, moment)
    )


def zones(agree, disagree, moment="before"):
    return [
        ZoneCount(zone=place, label=label, moment=moment, count=count)
        for place, (label, count) in enumerate((("Canari oui", agree), ("Canari non", disagree)))
    ]


def public(story, capture):
    if capture.state != "confirmed":
        captures.confirm(capture, fanny(story))
    return captures.publish(capture, fanny(story))


def everything(story):
    """Every act on what was said, at least once; the session has just closed."""
    by, where = fanny(story), story.things["session"].sequences.first()
    captures.sign(said(story, where), by, signature="Canari", themselves=False)
    signed = captures.sign(said(story, where), by, signature="Canari", themselves=False)
    public(story, captures.unsign(signed, by))
    words = {"text": "Canari", "alternative": "Canari", "transcript": "Canari"}
    captures.transcribe(said(story, where), by, **words)
    captures.hide(captures.show(said(story, where), by), by)
    captures.set_aside(said(story, where), by, reason="Canari")
    captures.withdraw(public(story, said(story, where)), by, reason="Canari")
    counted = captures.count(stood(story, where), by, counts=zones(8, 7))
    story.things["capture"] = public(story, counted)
