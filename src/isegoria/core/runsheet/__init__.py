"""The run-sheet of a session: what may be done in it, and what a plan still lacks.

    words     modalities, needs, outputs: what the other files are written with
    methods   the library: how each method goes, and how those who cannot take part that way do
    plan      what a plan lacks, in words; minutes for each way of speaking

Plain Python: no clock, no file.
"""
