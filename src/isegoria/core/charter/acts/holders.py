"""Who holds a right, where several acts say it alike; and when a convention is alive."""

from isegoria.core.charter.words import Role

ANYONE, ORGANISER, GUARANTOR = (Role.ANYONE,), (Role.ORGANISER,), (Role.GUARANTOR,)
NAMING = (Role.GUARANTOR, Role.ADMINISTRATOR, Role.HOST)
APPOINTING = (Role.ORGANISER, Role.ADMINISTRATOR, Role.HOST)
RECRUITMENT, RECRUITMENT_DESK = (Role.RECRUITER,), (Role.RECRUITER, Role.ORGANISER)
FACILITATION = (Role.FACILITATOR, Role.ORGANISER)
# The organiser; those who facilitate, for the minutes alone.
WRITING = (Role.ORGANISER, Role.FACILITATOR)
IN_THE_ROOM = (Role.FACILITATOR, Role.ORGANISER, Role.MEMBER)
# A member, or whoever does it for a member who asks.
FOR_A_MEMBER = (*IN_THE_ROOM, Role.INSTITUTE, Role.PARTNER)
AT_A_TABLE = (Role.FACILITATOR, Role.MEMBER, Role.PARTNER)
FACILITATOR = (Role.FACILITATOR,)
FIELD = (Role.RECRUITER, Role.INSTITUTE, Role.PARTNER)
RUNNING = (
    "prepared",
    "launched",
    "recruiting",
    "in_session",
    "proposals_delivered",
    "under_study",
    "deliberated",
    "follow_up",
)
ALIVE = ("draft", *RUNNING)
