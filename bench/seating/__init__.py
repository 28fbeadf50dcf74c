"""The plan of tables, side by side with the published algorithms of groupselect."""
