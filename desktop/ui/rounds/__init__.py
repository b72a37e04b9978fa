"""The rounds of a company in the window: choosing, looking back, beginning the next one."""
