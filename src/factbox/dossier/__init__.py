"""The dossier of one text: all that is known of it, as a page, a document or a PDF."""
