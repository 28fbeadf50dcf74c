"""The desk's pages on the ways by which people are found; the officer works there too."""

from isegoria.web.desk import channels
from isegoria.web.routes import RECRUITMENT_DESK as DESK
from isegoria.web.routes import page

ACCESS = ("hand.give", "appointment.entrust")

# fmt: off
urlpatterns = [
    page("<slug:slug>/voies/", channels.channel_list, "desk:channels", reads=DESK),
    page("<slug:slug>/voies/ouvrir/", channels.new_channel, "desk:channel_new", reads=DESK, acts=["channel.open"]),
    page("<slug:slug>/voies/<uuid:key>/attendues/", channels.expect, "desk:channel_expect", reads=DESK, acts=["channel.expect"]),
    page("<slug:slug>/voies/<uuid:key>/fermer/", channels.close_channel, "desk:channel_close", reads=DESK, acts=["channel.close"]),
    page("<slug:slug>/voies/<uuid:key>/organisation/", channels.new_relay, "desk:relay_new", reads=DESK, acts=["relay.engage"]),
    page("<slug:slug>/voies/organisations/<uuid:key>/fin/", channels.end_relay, "desk:relay_end", reads=DESK, acts=["relay.end"]),
    page("<slug:slug>/voies/organisations/<uuid:key>/acces/", channels.new_hand, "desk:hand_new", reads=DESK, acts=ACCESS),
    page("<slug:slug>/voies/acces/<uuid:key>/retirer/", channels.end_hand, "desk:hand_end", reads=DESK, acts=["hand.take"]),
]
# fmt: on
