"""What the browser may do with our pages: nothing but show them and send their forms."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; manifest-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)


PERMISSIONS = "camera=(), geolocation=(), microphone=()"
PERMISSIONS_TO_TRY = "camera=(self), geolocation=(), microphone=(self)"  # one page: see there


class SecurityHeaders:
    """Middleware: a strict policy, which a view may extend by `response.frames` (one origin)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        framed = getattr(response, "frames", "")
        policy = f"{POLICY}; frame-src {framed}" if framed else POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response
