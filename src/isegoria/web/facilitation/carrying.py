"""What a device remembers of what was entered on it: receipts, for the day, and no account.

They are in a cookie, and not in the session: a session knows whose it is.
"""

from django.http import HttpRequest, HttpResponseBase

from isegoria.convention.sessions.capturing import A_DAY

COOKIE, MOST = "carnet", 60


def held(request: HttpRequest) -> list[str]:
    return [one for one in request.COOKIES.get(COOKIE, "").split(".") if one][:MOST]


def receipt_for(request: HttpRequest, hexadecimal: str) -> str:
    """The receipt of one expression, or ""."""
    return next((one for one in held(request) if one.startswith(hexadecimal)), "")


def remembered(
    request: HttpRequest, answer: HttpResponseBase, receipt: str, path: str
) -> HttpResponseBase:
    """The same answer; the device keeps the receipt too, the last first."""
    kept = [receipt, *(one for one in held(request) if one != receipt)][:MOST]
    answer.set_cookie(
        COOKIE,
        ".".join(kept),
        max_age=int(A_DAY.total_seconds()),
        path=path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return answer
