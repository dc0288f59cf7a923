"""A believable year of invented articles and illustrations for `manage.py demo`."""
