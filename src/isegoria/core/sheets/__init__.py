"""Tables of people, read and written: CSV and XLSX, with every fault told at once."""
