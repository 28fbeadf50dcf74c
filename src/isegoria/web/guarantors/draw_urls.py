"""The addresses of the public draw, for the guarantors."""

from isegoria.web.guarantors import draws
from isegoria.web.routes import GUARANTORS, page

HERE = "<slug:slug>/tirages"
ONE = f"{HERE}/<uuid:key>"
# fmt: off
urlpatterns = [
    page(f"{HERE}/", draws.draws, "guarantors:draws", reads=GUARANTORS),
    page(f"{HERE}/comment/", draws.how, "guarantors:draw_help", reads=GUARANTORS),
    page(f"{ONE}/", draws.draw, "guarantors:draw", reads=GUARANTORS),
    page(f"{ONE}/signer/", draws.sign, "guarantors:draw_sign", reads=GUARANTORS, acts=["draw.sign"]),
    page(f"{ONE}/contresigner/", draws.countersign, "guarantors:draw_countersign", reads=GUARANTORS, acts=["draw.countersign"]),
    page(f"{ONE}/contester/", draws.contest, "guarantors:draw_contest", reads=GUARANTORS, acts=["draw.contest"]),
    page(f"{ONE}/lire/", draws.read, "guarantors:draw_read", reads=GUARANTORS, acts=["draw.read"]),
    page(f"{ONE}/ouvertures/", draws.openings, "guarantors:draw_openings", reads=GUARANTORS),
    page(f"{ONE}/ouvertures/openings.json", draws.openings_file, "guarantors:draw_openings_file", reads=GUARANTORS),
]
# fmt: on
