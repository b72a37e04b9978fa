"""Results that travel: one format for files, attachments of PDFs and codes on paper."""
