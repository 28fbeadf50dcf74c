"""The guarantors' pages. Nobody else opens the mailbox, whatever their role."""

from isegoria.web.guarantors import gaps, letters, views
from isegoria.web.guarantors.draw_urls import urlpatterns as draw_pages
from isegoria.web.routes import GUARANTORS, SIGNED_IN, page

app_name = "guarantors"
# fmt: off
urlpatterns = [
    *draw_pages,
    page("", views.home, "guarantors:home", reads=SIGNED_IN),
    page("<slug:slug>/", views.convention, "guarantors:convention", reads=GUARANTORS),
    page("<slug:slug>/avis/", views.opinion, "guarantors:opinion", reads=GUARANTORS, acts=["opinion.give"]),
    page("<slug:slug>/messages/", letters.mailbox, "guarantors:mailbox", reads=GUARANTORS),
    page("<slug:slug>/messages/<uuid:key>/", letters.message, "guarantors:message", reads=GUARANTORS),
    page("<slug:slug>/messages/<uuid:key>/repondre/", letters.answer, "guarantors:answer", reads=GUARANTORS, acts=["message.answer"]),
    page("<slug:slug>/messages/<uuid:key>/classer/", letters.close, "guarantors:close", reads=GUARANTORS, acts=["message.close"]),
    page("<slug:slug>/ecarts/", gaps.gaps, "guarantors:gaps", reads=GUARANTORS),
    page("<slug:slug>/lectures/", gaps.readings, "guarantors:readings", reads=GUARANTORS),
    page("<slug:slug>/effacements/", gaps.erasures, "guarantors:erasures", reads=GUARANTORS),
]
# fmt: on
