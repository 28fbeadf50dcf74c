"""How the site writes numbers and dates, where Django would write them otherwise."""
