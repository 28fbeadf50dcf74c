"""The addresses of what the members say of the convention, and of what helps them take part."""

from django.urls import URLPattern

from isegoria.web.public import inquiries, support
from isegoria.web.routes import page

HERE = "conventions/<slug:slug>/enquetes"
urlpatterns: list[URLPattern] = [
    page("conventions/<slug:slug>/aides/", support.support, "public:support"),
    page(f"{HERE}/", inquiries.inquiries, "public:inquiries"),
    page(f"{HERE}/<int:number>/", inquiries.inquiry, "public:inquiry"),
    page(f"{HERE}/<int:number>/resultats.csv", inquiries.inquiry_csv, "public:inquiry_csv"),
]
