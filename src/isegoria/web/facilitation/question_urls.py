"""Questions: those that come in, to whom they are given, their answers."""

from isegoria.web.facilitation import question_acts, questions
from isegoria.web.routes import FACILITATION, page

HERE = "<slug:slug>/questions"
ONE = f"{HERE}/<uuid:key>"
# fmt: off
urlpatterns = [
    page(f"{HERE}/", questions.questions, "facilitation:questions", reads=FACILITATION),
    page(f"{HERE}/nouvelle/", questions.ask, "facilitation:question_ask", reads=FACILITATION, acts=["question.ask"]),
    page(f"{ONE}/", questions.question, "facilitation:question", reads=FACILITATION),
    page(f"{ONE}/accepter/", question_acts.admit, "facilitation:question_admit", reads=FACILITATION, acts=["question.admit"]),
    page(f"{ONE}/ecarter/", question_acts.set_aside, "facilitation:question_set_aside", reads=FACILITATION, acts=["question.set_aside"]),
    page(f"{ONE}/confier/", question_acts.confide, "facilitation:question_confide", reads=FACILITATION, acts=["question.confide"]),
    page(f"{ONE}/repondre/", question_acts.answer, "facilitation:question_answer", reads=FACILITATION, acts=["question.answer"]),
    page(f"{ONE}/publier/", question_acts.publish, "facilitation:question_publish", reads=FACILITATION, acts=["question.publish"]),
    page(f"{ONE}/reprendre/", question_acts.take_back, "facilitation:question_take_back", reads=FACILITATION, acts=["question.take_back"]),
    page(f"{ONE}/retirer/", question_acts.withdraw, "facilitation:question_withdraw", reads=FACILITATION, acts=["question.withdraw"]),
]
# fmt: on
