"""What leaves the site: papers to print, calendars and feeds to follow, data to check."""
