"""The experts heard, and those that members asked for."""

from isegoria.web.public import experts
from isegoria.web.routes import page

HERE = "conventions/<slug:slug>/experts"
urlpatterns = [
    page(f"{HERE}/", experts.experts, "public:experts"),
    page(f"{HERE}/<uuid:key>/", experts.expert, "public:hearing"),
    page(f"{HERE}/demandes/", experts.requests, "public:expert_requests"),
]
