"""What is due: the list of all companies, reminders, and the file for calendars."""
