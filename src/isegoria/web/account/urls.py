"""Signing in, and one's own account. No page of allauth is open unless it is named here."""

from allauth.account import views as entrance
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import include, path

from isegoria.web.account import address, factor_views, views
from isegoria.web.routes import PUBLIC, SIGNED_IN, allow, page

own = [
    page("", views.home, "compte:home", reads=SIGNED_IN),
    page("entrer/<str:token>/", views.entry, "compte:entry", posts=True),
    page("adresse/", address.ask, "compte:address", reads=SIGNED_IN, posts=True),
    page("adresse/code/", address.confirm, "compte:address_code", reads=SIGNED_IN, posts=True),
    page("tout-fermer/", views.end_sessions, "compte:end_sessions", reads=SIGNED_IN, posts=True),
]
doors = [
    path("connexion/", entrance.request_login_code, name="account_login"),
    path("connexion/", entrance.request_login_code, name="account_request_login_code"),
    path("connexion/code/", entrance.confirm_login_code, name="account_confirm_login_code"),
    path("connexion/cle/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("connexion/facteur/", factors.authenticate, name="mfa_authenticate"),
    path("deconnexion/", entrance.logout, name="account_logout"),
    path("ferme/", entrance.account_inactive, name="account_inactive"),
]
second_factors = [
    path("facteurs/", factors.index, name="mfa_index"),
    path("facteurs/confirmer/", factors.reauthenticate, name="mfa_reauthenticate"),
    path(
        "facteurs/confirmer/cle/",
        keys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("facteurs/application/", factor_views.add_application, name="mfa_activate_totp"),
    path("facteurs/application/retirer/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("facteurs/secours/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "facteurs/secours/nouveaux/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "facteurs/secours/fichier/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("facteurs/cles/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("facteurs/cles/ajouter/", factor_views.add_key, name="mfa_add_webauthn"),
    path("facteurs/cles/<int:pk>/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("facteurs/cles/<int:pk>/retirer/", keys.remove_webauthn, name="mfa_remove_webauthn"),
]
allow([str(door.name) for door in doors], reads=PUBLIC)
allow([str(factor.name) for factor in second_factors], reads=SIGNED_IN)

urlpatterns = [path("", include((own, "compte"))), *doors, *second_factors]
