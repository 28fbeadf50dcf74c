"""The officer's pages on people, on the rules and on forgetting."""

from isegoria.web.recruiters import people, people_acts, rules
from isegoria.web.routes import RECRUITERS, page

# fmt: off
urlpatterns = [
    page("<slug:slug>/personnes/", people.people, "recruiters:people", reads=RECRUITERS, posts=True),
    page("<slug:slug>/personnes/nouvelle/", people_acts.enter, "recruiters:person_new", reads=RECRUITERS, acts=["candidate.enter"]),
    page("<slug:slug>/personnes/<uuid:key>/", people.person, "recruiters:candidate", reads=RECRUITERS),
    page("<slug:slug>/personnes/<uuid:key>/carte/", people.card, "recruiters:candidate_card", reads=RECRUITERS),
    page("<slug:slug>/personnes/<uuid:key>/corriger/", people_acts.correct, "recruiters:candidate_correct", reads=RECRUITERS, acts=["candidate.correct"]),
    page("<slug:slug>/personnes/<uuid:key>/ecarter/", people_acts.rule_out, "recruiters:candidate_rule_out", reads=RECRUITERS, acts=["candidate.rule_out"]),
    page("<slug:slug>/personnes/<uuid:key>/retrait/", people_acts.withdraw, "recruiters:candidate_withdraw", reads=RECRUITERS, acts=["candidate.withdraw"]),
    page("<slug:slug>/personnes/<uuid:key>/effacer/", people_acts.erase, "recruiters:candidate_erase", reads=RECRUITERS, acts=["erasure.perform"]),
    page("<slug:slug>/regles/", rules.rules, "recruiters:rules", reads=RECRUITERS),
    page("<slug:slug>/regles/nouvelles/", rules.set_rules, "recruiters:rules_set", reads=RECRUITERS, acts=["rules.set"]),
    page("<slug:slug>/effacement/", rules.erasure, "recruiters:erasure", reads=RECRUITERS, acts=["erasure.perform"]),
]
# fmt: on
