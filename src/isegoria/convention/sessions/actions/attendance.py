from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Conflict, Records, performs, under_lock
from isegoria.convention.people.members import Member
from isegoria.convention.sessions.attendance import Loan, Presence
from isegoria.convention.sessions.models import Session


@performs("presence.note")
def note(presence: Presence, by: By) -> Records:
    presence.noted_at = by.at
    return {"how": presence.how}


@performs("presence.correct")
def correct(presence: Presence, by: By, *, how: str) -> Records:
    presence.how, presence.noted_at = how, by.at
    return {"how": how}


def take(session: Session, by: By, *, member: Member, how: str, seen: str) -> Presence:
    """Note how a member takes part, or correct what was noted.

    seen: what whoever takes the attendance had before their eyes, "" for nothing. If somebody
    else has noted otherwise since, it is a conflict; if they noted the same, it is done.
    """
    with under_lock(session):
        noted = session.presences.filter(member=member).first()
        if noted is None:
            return note(Presence(session=session, member=member, how=how), by)
        if noted.how == how:
            return noted
        if noted.how != seen:
            raise Conflict(noted)
        return correct(noted, by, how=how)


@performs("loan.ask")
def ask(loan: Loan, by: By) -> Records:
    loan.asked_at = by.at
    return None


@performs("loan.lend")
def lend(loan: Loan, by: By) -> Records:
    loan.lent_at = by.at
    return None


@performs("loan.give_back")
def give_back(loan: Loan, by: By) -> Records:
    loan.returned_at = by.at
    return None


@performs("loan.refuse")
def refuse(loan: Loan, by: By, *, reason: str) -> Records:
    loan.answer = reason
    return None
