"""The desk's pages on what members receive."""

from isegoria.web.desk import indemnities
from isegoria.web.routes import OFFICE, page

HERE = "<slug:slug>/indemnites"
# fmt: off
urlpatterns = [
    page(f"{HERE}/", indemnities.indemnities, "desk:indemnities", reads=OFFICE),
    page(f"{HERE}/declarer/", indemnities.declare, "desk:scheme_declare", reads=OFFICE, acts=["scheme.declare"]),
    page(f"{HERE}/calculer/", indemnities.reckon, "desk:payment_reckon", reads=OFFICE, acts=["payment.owe"]),
    page(f"{HERE}/frais/", indemnities.costs, "desk:payment_costs", reads=OFFICE, acts=["payment.owe"]),
    page(f"{HERE}/payer/", indemnities.pay_all, "desk:payment_pay_all", reads=OFFICE, acts=["payment.pay"]),
    page(f"{HERE}/comptes.csv", indemnities.spreadsheet, "desk:payment_sheet", reads=OFFICE),
    page(f"{HERE}/<int:number>/payer/", indemnities.pay, "desk:payment_pay", reads=OFFICE, acts=["payment.pay"]),
    page(f"{HERE}/<int:number>/annuler/", indemnities.cancel, "desk:payment_cancel", reads=OFFICE, acts=["payment.cancel"]),
]
# fmt: on
