"""The catalogue of safety themes: one folder per safety field, one file per theme."""
