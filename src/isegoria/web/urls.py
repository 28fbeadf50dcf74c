"""Every address of the site, by audience."""

from django.urls import include, path

handler400 = "isegoria.web.errors.bad_request"
handler404 = "isegoria.web.errors.not_found"
handler500 = "isegoria.web.errors.server_error"

urlpatterns = [
    path("ui/", include("isegoria.web.ui.urls")),
    path("compte/", include("isegoria.web.account.urls")),
    path("bureau/", include("isegoria.web.desk.urls")),
    path("garants/", include("isegoria.web.guarantors.urls")),
    path("recrutement/", include("isegoria.web.recruiters.urls")),
    path("relais/", include("isegoria.web.relays.urls")),
    path("animation/", include("isegoria.web.facilitation.urls")),
    path("reponses/", include("isegoria.web.answering.urls")),
    path("conventions/", include("isegoria.web.joining.urls")),
    path("", include("isegoria.web.panel.urls")),
    path("", include("isegoria.web.public.urls")),
]
