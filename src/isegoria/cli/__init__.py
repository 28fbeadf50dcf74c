"""The verbs of `./isegoria`, one module each."""
