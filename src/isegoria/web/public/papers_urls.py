"""The addresses of papers, feeds and downloads; included before the pages'."""

from isegoria.web.papers import leaflet
from isegoria.web.public import papers_views as views
from isegoria.web.routes import page

HERE = "conventions/<slug:slug>"

urlpatterns = [
    page("c/<slug:slug>/", views.short, "public:short"),
    page(
        f"{HERE}/inviter/depliant.pdf", views.paper("depliant", leaflet.leaflet), "public:leaflet"
    ),
    page(f"{HERE}/inviter/affiche.pdf", views.paper("affiche", leaflet.poster), "public:poster"),
    page(f"{HERE}/inviter/carton.pdf", views.paper("carton", leaflet.card), "public:card"),
    page(f"{HERE}/calendrier.ics", views.calendar_ics, "public:calendar_ics"),
    page(f"{HERE}/calendrier.csv", views.calendar_csv, "public:calendar_csv"),
    page(f"{HERE}/calendrier.atom", views.calendar_atom, "public:calendar_atom"),
    page(f"{HERE}/actualites.atom", views.news_atom, "public:news_atom"),
    page(f"{HERE}/documents.atom", views.documents_atom, "public:documents_atom"),
    page(f"{HERE}/recrutement/quotas.csv", views.quotas_csv, "public:quotas_csv"),
    page(f"{HERE}/journal.atom", views.journal_atom, "public:journal_atom"),
    page(f"{HERE}/journal.jsonl", views.journal_jsonl, "public:journal_jsonl"),
    page(f"{HERE}/journal.zip", views.journal_zip, "public:journal_zip"),
]
