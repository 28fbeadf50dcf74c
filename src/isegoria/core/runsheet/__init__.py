"""The run-sheet of a session: what may be done in it, and what a plan still lacks.

    words     modalities, needs, outputs: what the other files are written with
    methods   what a method of the library says of itself
    library   each method: how it goes, and how those who cannot take part that way do
    plan      what a plan lacks, in words; minutes for each way of speaking
    clock     when each sequence comes, as planned and as it turns out

Plain Python: no clock, no file.
"""
