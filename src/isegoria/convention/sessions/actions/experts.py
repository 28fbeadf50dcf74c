import hashlib
from collections.abc import Mapping
from typing import Any

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs
from isegoria.convention.sessions.experts import ExpertRequest, Hearing


@performs("hearing.plan")
def plan(hearing: Hearing, by: By) -> Records:
    return {"proposed_by": hearing.proposed_by}


@performs("hearing.edit")
def edit(hearing: Hearing, by: By, *, changes: Mapping[str, object]) -> Records:
    changed = sorted(name for name, value in changes.items() if getattr(hearing, name) != value)
    for name in changed:
        setattr(hearing, name, changes[name])
    return {"fields": changed}


@performs("hearing.hold")
def hold(hearing: Hearing, by: By) -> Records:
    return None


@performs("hearing.record")
def record(hearing: Hearing, by: By, *, changes: Mapping[str, Any]) -> Records:
    for name, value in changes.items():
        setattr(hearing, name, value)
    return {"content_sha256": hashlib.sha256(hearing.transcript.encode()).hexdigest()}


@performs("hearing.cancel")
def cancel(hearing: Hearing, by: By, *, reason: str) -> Records:
    hearing.reason = reason
    return {"reason_sha256": hashlib.sha256(reason.encode()).hexdigest()}


@performs("request.ask")
def ask(request: ExpertRequest, by: By) -> Records:
    request.number = ExpertRequest.objects.filter(convention=request.convention).count() + 1
    request.asked_at = by.at
    return {"number": request.number, "origin": request.origin}


@performs("request.honour")
def honour(request: ExpertRequest, by: By, *, hearing: Hearing | None) -> Records:
    request.hearing, request.ended_at = hearing, by.at
    return {"number": request.number}


@performs("request.refuse")
def refuse(request: ExpertRequest, by: By, *, reason: str) -> Records:
    request.reason, request.ended_at = reason, by.at
    digest = hashlib.sha256(reason.encode()).hexdigest()
    return {"number": request.number, "reason_sha256": digest}
