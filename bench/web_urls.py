"""The site's addresses, and the page that is the unit of measure."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from isegoria.web.routes import PUBLIC, allow
from isegoria.web.urls import handler404, handler500
from isegoria.web.urls import urlpatterns as of_the_site

__all__ = ["handler404", "handler500", "urlpatterns"]


def hello(_request: HttpRequest) -> HttpResponse:
    """Behind the full middleware, and never kept by the cache of public pages."""
    return HttpResponse("bonjour", headers={"Cache-Control": "no-store"})


allow(["bench_hello"], reads=PUBLIC)
urlpatterns = [path("bonjour/", hello, name="bench_hello"), *of_the_site]
