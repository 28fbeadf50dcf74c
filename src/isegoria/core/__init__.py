"""Plain Python: no framework, no clock, no chance, no files. Each room is a library."""
