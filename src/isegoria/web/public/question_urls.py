"""Questions and their answers, and the form by which anybody asks one."""

from isegoria.web.public import questions
from isegoria.web.routes import page

HERE = "conventions/<slug:slug>/questions"
# fmt: off
urlpatterns = [
    page(f"{HERE}/", questions.questions, "public:questions"),
    page(f"{HERE}/poser/", questions.ask, "public:question_ask", acts=["question.send"]),
    page(f"{HERE}/<int:number>/", questions.question, "public:question"),
]
# fmt: on
