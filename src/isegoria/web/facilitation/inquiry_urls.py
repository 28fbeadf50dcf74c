"""What members say of the convention: opening it, counting paper, closing it, its sentences."""

from isegoria.web.facilitation import inquiries
from isegoria.web.routes import FACILITATION, FACILITATORS, page

HERE = "<slug:slug>/enquetes"
ONE = f"{HERE}/<uuid:key>"
# fmt: off
urlpatterns = [
    page(f"{HERE}/", inquiries.inquiries, "facilitation:inquiries", reads=FACILITATION),
    page(f"{HERE}/questionnaire/ouvrir/", inquiries.open_survey, "facilitation:survey_open", reads=FACILITATION, acts=["inquiry.open"]),
    page("<slug:slug>/seances/<uuid:key>/pouls/", inquiries.open_pulse, "facilitation:pulse_open", reads=FACILITATION, acts=["inquiry.open"]),
    page(f"{ONE}/", inquiries.inquiry, "facilitation:inquiry", reads=FACILITATION),
    page(f"{ONE}/papier/", inquiries.count, "facilitation:inquiry_count", reads=FACILITATION, acts=["inquiry.count"]),
    page(f"{ONE}/imprimer/", inquiries.printed, "facilitation:inquiry_print", reads=FACILITATION),
    page(f"{ONE}/clore/", inquiries.close, "facilitation:inquiry_close", reads=FACILITATION, acts=["inquiry.close"]),
    page(f"{ONE}/phrases/<int:place>/publier/", inquiries.publish, "facilitation:inquiry_publish", reads=FACILITATORS, acts=["inquiry.publish_sentence"]),
    page(f"{ONE}/phrases/<int:place>/ecarter/", inquiries.set_aside, "facilitation:inquiry_set_aside", reads=FACILITATORS, acts=["inquiry.set_aside_sentence"]),
]
# fmt: on
