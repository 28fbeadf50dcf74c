"""The draw: a panel that meets every quota, with chances as equal as the quotas allow.

    readings, writings           people and quotas from what people send (core/sheets), and back
    model                        quotas, people, problem
    kinds                        interchangeable people made one: the problem that is solved
    polytope                     HiGHS behind four questions
    relaxation                   the chances that the quotas allow, with their proof
    peeling, mixture             these chances written as weights of whole panels
    lottery                      the three together: `solve()`
    spread                       from panels of kinds to panels of people
    tickets, exchanges           the thousand numbered panels of a public draw
    conflicts                    quotas that no panel can meet, in words
    apportionment                targets from reference figures
    fitting, worth               recruitment: what is missing, what one more person is worth
    replacement, filling         who takes the seat of somebody who leaves, or several seats at once
    alternates                   those chosen with the panel
    suppression                  counts published so that nobody is recognised
    proof, verification          commitments, receipts, and the check that needs no solver

Plain Python with numpy and HiGHS. No clock, no file, no hidden chance: a seed is an argument.
"""
