"""Small HTTP calls with the standard library alone."""

import json
import urllib.parse
import urllib.request

TIMEOUT_SECONDS = 30


def get_text(url: str, query: dict[str, str]) -> str:
    """The text that the address answers to the query. http and https only; raises OSError if it does not answer."""
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise ValueError(f"{url} is no http or https address")
    address = url + ("&" if "?" in url else "?") + urllib.parse.urlencode(query)
    with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer:
        return answer.read().decode("utf-8", errors="replace")


def post_json(url: str, body: dict[str, object]) -> None:
    """Sends the body. Raises OSError if nobody takes it."""
    request = urllib.request.Request(
        url,
        data=json.dumps(body).encode("utf-8"),
        headers={"Content-Type": "application/json"},
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS):
        pass
