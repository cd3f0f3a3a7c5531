# SPDX-License-Identifier: EUPL-1.2
"""The pages of Koplopers: the register for everybody, and the pages of an owner."""
