"""The pages of the experts, the services and the committee, who answer questions in writing."""

from isegoria.web.answering import views
from isegoria.web.routes import ANSWERING, page

app_name = "answering"
# fmt: off
urlpatterns = [
    page("<slug:slug>/", views.questions, "answering:questions", reads=ANSWERING),
    page("<slug:slug>/<uuid:key>/", views.answer, "answering:answer", reads=ANSWERING, acts=["question.answer"]),
]
# fmt: on
