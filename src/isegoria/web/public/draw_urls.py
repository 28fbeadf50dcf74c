"""The addresses of the public draw, for anybody."""

from isegoria.web.public import draws
from isegoria.web.routes import page

HERE = "conventions/<slug:slug>/tirage"
ONE = f"{HERE}/<int:number>"
urlpatterns = [
    page(f"{HERE}/", draws.draws, "public:draws"),
    page(f"{HERE}/comment/", draws.how, "public:draw_how"),
    page(f"{ONE}/", draws.draw, "public:draw"),
    page(f"{ONE}/notice.json", draws.notice_file, "public:draw_notice"),
    page(f"{ONE}/record.json", draws.record_file, "public:draw_record"),
    page(f"{ONE}/recu/", draws.receipt, "public:draw_receipt", posts=True),
]
