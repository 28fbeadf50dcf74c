from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.sessions.handouts import Handout


@performs("handout.give")
def give(handout: Handout, by: By) -> Records:
    handout.given_at = by.at
    return {"session": handout.session.number}


@performs("handout.take")
def take(handout: Handout, by: By) -> Records:
    return {"session": handout.session.number}
