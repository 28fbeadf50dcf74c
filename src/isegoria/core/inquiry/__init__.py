"""What members are asked of the convention itself: the pulse of a session, the final survey.

Answers are added up and nothing else is kept of them: see `tally`.
"""
