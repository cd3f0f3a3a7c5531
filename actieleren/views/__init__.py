# SPDX-License-Identifier: EUPL-1.2
"""The pages of Actieleren: find, ask, do one action, go on."""
