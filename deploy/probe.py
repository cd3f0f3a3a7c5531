# SPDX-License-Identifier: EUPL-1.2
"""The health check of the web container: does this process answer?

It asks by a host name the portal accepts, as every visitor does.
"""

import os
import sys
import urllib.request

PORT = 8000


def main() -> int:
    """Return 0 when the portal answers."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    request = urllib.request.Request(f"http://127.0.0.1:{PORT}/gezondheid/", headers={"Host": host})
    try:
        with urllib.request.urlopen(request, timeout=4) as answer:
            return 0 if answer.status == 200 else 1
    except OSError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
