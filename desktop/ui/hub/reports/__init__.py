"""The room of the hub from which reports go out, and services of a spreadsheet come in."""
