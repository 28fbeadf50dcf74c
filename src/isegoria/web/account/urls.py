"""Signing in, and one's own account."""

from django.urls import include, path

urlpatterns = [
    path("", include("allauth.account.urls")),
    path("facteurs/", include("allauth.mfa.urls")),
]
