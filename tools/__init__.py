# SPDX-License-Identifier: EUPL-1.2
"""What `make` calls: set up, run, test and check the project. No part of the portal itself."""
