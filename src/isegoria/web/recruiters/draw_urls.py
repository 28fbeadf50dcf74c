"""The addresses of the public draw, for the officer."""

from isegoria.web.recruiters import draws, preparing, receipts
from isegoria.web.routes import RECRUITERS, page

HERE = "<slug:slug>/tirage"
ONE = f"{HERE}/<uuid:key>"
# fmt: off
urlpatterns = [
    page(f"{HERE}/", draws.draws, "recruiters:draws", reads=RECRUITERS),
    page(f"{HERE}/preparer/", preparing.prepare, "recruiters:draw_seal", reads=RECRUITERS, posts=True),
    page(f"{HERE}/calcul/", preparing.look, "recruiters:draw_look", reads=RECRUITERS, acts=["draw.seal"]),
    page(f"{ONE}/", draws.draw, "recruiters:draw", reads=RECRUITERS),
    page(f"{ONE}/annuler/", draws.void, "recruiters:draw_void", reads=RECRUITERS, acts=["draw.void"]),
    page(f"{ONE}/recus/", receipts.receipts, "recruiters:draw_receipts", reads=RECRUITERS),
    page(f"{ONE}/recus/tous.zip", receipts.receipts_zip, "recruiters:draw_receipts_zip", reads=RECRUITERS),
    page(f"{ONE}/recus/<int:place>/", receipts.receipt, "recruiters:draw_receipt", reads=RECRUITERS),
    page(f"{ONE}/recus/<int:place>/recu.json", receipts.receipt_file, "recruiters:draw_receipt_file", reads=RECRUITERS),
]
# fmt: on
