"""The public site's addresses."""

from django.urls import URLPattern

from isegoria.convention.publishing.models import Place
from isegoria.web.public import (
    composition,
    views_convention,
    views_documents,
    views_guarantors,
    views_journal,
    views_mandate,
    views_people,
    views_recruitment,
    views_round_tables,
    views_rules,
    views_search,
    views_sessions,
    views_site,
    views_subscription,
)
from isegoria.web.public.draw_urls import urlpatterns as draw
from isegoria.web.public.expert_urls import urlpatterns as experts
from isegoria.web.public.inquiry_urls import urlpatterns as inquiries
from isegoria.web.public.papers_urls import urlpatterns as papers
from isegoria.web.public.question_urls import urlpatterns as questions
from isegoria.web.public.said_urls import urlpatterns as said
from isegoria.web.routes import ATTENDING, page

app_name = "public"
HERE = "conventions/<slug:slug>"
DOC = f"{HERE}/documents/<slug:doc>"

site: list[URLPattern] = [
    page("", views_site.home, "public:home"),
    page("langue/<slug:code>/", views_site.language, "public:language"),
    page("accessibilite/", views_site.instance_page(Place.ACCESSIBILITY), "public:accessibility"),
    page("donnees-personnelles/", views_site.instance_page(Place.PRIVACY), "public:privacy"),
    page("mentions-legales/", views_site.instance_page(Place.LEGAL), "public:legal"),
    page("plan-du-site/", views_site.sitemap_page, "public:sitemap_page"),
    page("sitemap.xml", views_site.sitemap_xml, "public:sitemap_xml"),
    page("robots.txt", views_site.robots, "public:robots"),
]
convention: list[URLPattern] = [
    page(f"{HERE}/", views_convention.convention, "public:convention"),
    page(f"{HERE}/mandat/", views_mandate.mandate, "public:mandate"),
    page(f"{HERE}/calendrier/", views_mandate.calendar, "public:calendar"),
    page(f"{HERE}/preparation/", views_mandate.gate, "public:gate"),
    page(f"{HERE}/qui/", views_people.who, "public:who"),
    page(f"{HERE}/qui/<uuid:key>/", views_people.seat, "public:seat"),
    page(f"{HERE}/recrutement/", views_recruitment.recruitment, "public:recruitment"),
    page(f"{HERE}/recrutement/composition/", composition.composition, "public:composition"),
    page(
        f"{HERE}/recrutement/composition/v<int:number>.csv",
        composition.composition_csv,
        "public:composition_csv",
    ),
    page(f"{HERE}/regles/", views_rules.rules_page, "public:rules"),
    page(f"{HERE}/regles/charte.txt", views_rules.charter, "public:charter"),
    page(f"{HERE}/recherche/", views_search.search, "public:search"),
    page(f"{HERE}/inviter/", views_search.invite, "public:invite"),
]
publishing: list[URLPattern] = [
    page(f"{HERE}/actualites/", views_documents.news, "public:news"),
    page(f"{HERE}/documents/", views_documents.documents, "public:documents"),
    page(f"{HERE}/pages/<slug:doc>/", views_documents.document, "public:page"),
    page(f"{DOC}/", views_documents.document, "public:document"),
    page(f"{DOC}/simple/", views_documents.plain, "public:plain"),
    page(f"{DOC}/v<int:number>/", views_documents.version, "public:version"),
    page(f"{DOC}/v<int:number>/texte.pdf", views_documents.pdf, "public:document_pdf"),
    page(f"{DOC}/v<int:number>/fichier", views_documents.file, "public:file"),
    page(f"{HERE}/tables-rondes/", views_round_tables.round_tables, "public:round_tables"),
    page(f"{HERE}/tables-rondes/<uuid:key>/", views_round_tables.round_table, "public:round_table"),
    page(f"{HERE}/tables-rondes/<uuid:key>/video/", views_round_tables.video, "public:video"),
]
sessions: list[URLPattern] = [
    page(f"{HERE}/seances/", views_sessions.sessions, "public:sessions"),
    page(f"{HERE}/seances/essai/", views_sessions.connection, "public:connection"),
    page(f"{HERE}/seances/<uuid:key>/", views_sessions.session, "public:session"),
    page(f"{HERE}/seances/<uuid:key>/seance.ics", views_sessions.ics, "public:session_ics"),
    page(
        f"{HERE}/seances/<uuid:key>/rejoindre/",
        views_sessions.join,
        "public:session_join",
        reads=ATTENDING,
    ),
]
journal: list[URLPattern] = [
    page(f"{HERE}/journal/", views_journal.journal, "public:journal"),
    page(f"{HERE}/journal/<int:number>/", views_journal.entry, "public:entry"),
    page(f"{HERE}/journal/<slug:kind>/<uuid:key>/", views_journal.reference, "public:reference"),
]
writing: list[URLPattern] = [
    page(
        f"{HERE}/garants/",
        views_guarantors.guarantors,
        "public:guarantors",
        acts=("message.send",),
    ),
    page(f"{HERE}/garants/recepisse/", views_guarantors.receipt, "public:receipt", posts=True),
    page(f"{HERE}/garants/suivi/", views_guarantors.follow, "public:follow", posts=True),
    page(f"{HERE}/abonnement/", views_subscription.subscribe, "public:subscribe", posts=True),
    page(f"{HERE}/abonnement/envoye/", views_subscription.sent, "public:subscribe_sent"),
    page(f"{HERE}/abonnement/confirme/", views_subscription.done, "public:subscribe_done"),
    page(
        f"{HERE}/abonnement/confirmer/<str:token>/",
        views_subscription.confirm,
        "public:subscribe_confirm",
        acts=("subscription.confirm",),
    ),
    page(
        f"{HERE}/abonnement/fin/<str:token>/",
        views_subscription.unsubscribe,
        "public:unsubscribe",
        acts=("subscription.leave",),
    ),
]
urlpatterns = [
    *papers,
    *site,
    *convention,
    *draw,
    *publishing,
    *sessions,
    *said,
    *questions,
    *experts,
    *inquiries,
    *journal,
    *writing,
]
