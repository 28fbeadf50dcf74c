"""The recruitment officer's pages. What is said of people is read here, and each read is noted."""

from isegoria.web.recruiters import views
from isegoria.web.recruiters.draw_urls import urlpatterns as draw_pages
from isegoria.web.recruiters.letters_urls import urlpatterns as letters_pages
from isegoria.web.recruiters.panel_urls import urlpatterns as panel_pages
from isegoria.web.recruiters.people_urls import urlpatterns as people_pages
from isegoria.web.routes import RECRUITERS, page

app_name = "recruiters"
# fmt: off
urlpatterns = [
    *draw_pages,
    *letters_pages,
    *panel_pages,
    *people_pages,
    page("<slug:slug>/", views.convention, "recruiters:convention", reads=RECRUITERS),
]
# fmt: on
