"""Tables over several rounds: who sits with whom, so that people meet and tables look alike.

    model        who comes, what is asked, what a plan is
    zones        the tables of each place in a round, and their sizes
    opening      a first plan that keeps together and apart, or who makes it impossible
    balance      the fair share of a value at a table, and the cells that leave it
    boards       a round while it is improved: tables as bit masks, moves judged in whole numbers
    cooling      the annealing of all rounds: `seated()`
    changes      one person leaves or arrives: as few people moved as possible
    measures     pairs met beside their upper bound, balance of each table
    printing     rows for a list by card number, without a name
    readings     the same from tables that people send

Plain Python with numpy. No clock, no file, no hidden chance; whole numbers only, so that a seed
gives the same plan on every machine.
"""
