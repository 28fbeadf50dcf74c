from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.sessions.attendance import Loan, Presence


@performs("presence.note")
def note(presence: Presence, by: By) -> Records:
    presence.noted_at = by.at
    return {"how": presence.how}


@performs("presence.correct")
def correct(presence: Presence, by: By, *, how: str) -> Records:
    presence.how, presence.noted_at = how, by.at
    return {"how": how}


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
