"""The part of the story that is about minutes: drafted, read, corrected, validated, published."""

from isegoria.convention.chartered import By
from isegoria.convention.models import Approval, Correction, Handout, Minutes, Presence
from isegoria.convention.sessions.minuting import as_document
from isegoria.convention.verbs import attendance, handouts, minutes, sessions
from tests import sitting
from tests.cast import AT
from tests.sitting import fanny


def held(story, *members, **more):
    """A session that these members attended, and that is over."""
    under_way = sitting.opened(story, **more)
    for one in members:
        attendance.note(Presence(session=under_way, member=one, how="room"), fanny(story))
    return sessions.close(under_way, fanny(story))


def begun(story, *members, **more):
    return minutes.begin(Minutes(session=held(story, *members, **more)), fanny(story))


def submitted(story, *members, **more):
    draft = begun(story, *members, **more)
    written = [{"title": "Canari", "text": "Canari."}, {"title": "Canari bis", "text": "Canari."}]
    return minutes.submit(minutes.write(draft, fanny(story), sections=written), fanny(story))


def approved(of, member, *, by=None):
    return minutes.approve(Approval(minutes=of, member=member), by or By(member.account, AT))


def asked(of, member, *, by=None, text="Canari", section=0):
    wrong = Correction(minutes=of, member=member, section=section, text=text)
    return minutes.propose(wrong, by or By(member.account, AT))


def published(story, of):
    return minutes.publish(of, fanny(story), composed=as_document)


def given(story, session, document):
    """A document that members of this session are given to read."""
    return handouts.give(Handout(session=session, document=document), fanny(story))


def everything(story):
    """Every act on handouts and on minutes, at least once. The minutes of the last session stay to be read."""
    by, awa = fanny(story), story.things["awa"]
    booklet = story.convention.documents.get(slug="brouillon")
    handouts.take(given(story, story.things["session"], booklet), by)
    given(story, story.things["session"], booklet)
    first = submitted(story, awa)
    minutes.accept(asked(first, awa), by, text="Canari ter", answer="Canari")
    minutes.refuse(asked(first, awa), by, reason="Canari")
    approved(first, awa)
    published(story, minutes.validate(first, by))
    second = submitted(story, awa)
    asked(second, awa)
    begun(story, awa)
    story.things["minutes"] = second
