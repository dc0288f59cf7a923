#!/usr/bin/env python3
"""Run the portal's commands; without PORTAL_ENV this is a local, embedded portal."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    os.environ.setdefault("PORTAL_ENV", "local")
    execute_from_command_line(sys.argv)
