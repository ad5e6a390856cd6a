"""Asks a Dateline server: one file, the standard library alone, Python 3.9 or later.

Copy it beside your program. It speaks the API of ``dateline serve`` (docs/api.md), and answers in what the API answers
in: dictionaries and lists, whose grammar docs/output.md has.

    from dateline import Client

    archive = Client("http://127.0.0.1:8390")
    print(archive.search("treaty", country="RU")["total"])
    for event in archive.each_event("summit", country="RU&JP", from_="2001"):
        print(event["date"]["first"], event["text"])

Parameters are named as the command line's options: ``date-mode`` is ``date_mode``, and what is a word of Python has a mark
behind it (``from_``, ``with_``, ``any_``). A value is a text, a number, a day, True, or several of these in a list, which
are alternatives (``country=["RU", "CN"]``). None and False say nothing.

A client holds its address and its patience and nothing else: it may be shared between threads, and two calls know
nothing of each other. Whatever goes wrong is a DatelineError.
"""

from __future__ import annotations

import datetime
import http.client
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn, Optional, Union

__all__ = ["Client", "DatelineError", "IncompleteAnswer", "NotFound", "RequestRefused", "Unavailable", "Unreachable"]

#: A value of a parameter.
Value = Union[str, int, bool, datetime.date, None]
#: A parameter: a value, or several, which are alternatives.
Parameter = Union[Value, Iterable[Value]]
#: What the API answers: an object of JSON.
Answer = dict[str, Any]

_NEXT = re.compile(r'<([^>]*)>\s*;\s*rel="next"')
_COMPLETE = {"csv": re.compile(r"#complete,(\d+)\s*\Z"), "md": re.compile(r"<!-- complete: (\d+) events -->\s*\Z"),
             "html": re.compile(r"<!-- complete: (\d+) events -->\s*\Z"), "ics": re.compile(r"END:VCALENDAR\s*\Z")}


class DatelineError(Exception):
    """The root of what this module raises."""


class Unreachable(DatelineError):
    """No server answers there, or not in time."""


class IncompleteAnswer(DatelineError):
    """An answer broke off. What had come until then is not all."""


class RequestRefused(DatelineError):
    """The server refuses the request: its problem (RFC 9457) in attributes.

    ``parameter`` says whose value is meant, ``span`` which bytes of it (UTF-8), ``suggestion`` what to try instead; each is None
    where the server does not say.
    """

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        self.status = status
        self.title: str = str(problem.get("title") or http.client.responses.get(status, ""))
        self.detail: str = str(problem.get("detail") or self.title)
        self.parameter: Optional[str] = problem.get("parameter")
        span = problem.get("span")
        self.span: Optional[tuple[int, int]] = (span[0], span[1]) if span else None
        self.suggestion: Optional[str] = problem.get("suggestion")
        super().__init__(f"{status}: {self.detail}")


class NotFound(RequestRefused):
    """No article or event has this id (404)."""


class Unavailable(RequestRefused):
    """No index, too many searches at once, or one that takes too long (503): come again in ``retry_after`` seconds."""

    def __init__(self, status: int, problem: Mapping[str, Any], retry_after: Optional[int]) -> None:
        super().__init__(status, problem)
        self.retry_after = retry_after


@dataclass(frozen=True)
class Client:
    """A server, by its address: ``http://127.0.0.1:8390``, or that of a reverse proxy with its path.

    ``timeout`` is in seconds, for each piece of an answer that is waited for.
    """

    url: str = "http://127.0.0.1:8390"
    timeout: float = 90.0

    # Answers as a whole.

    def search(self, q: str = "", **parameters: Parameter) -> Answer:
        """Ranked articles with their facets: a page of them (``limit``, ``offset``)."""
        return self._json("search", q=q, **parameters)

    def events(self, q: str = "", **parameters: Parameter) -> Answer:
        """Ranked events with their facets: a page of them (``limit``, ``offset``)."""
        return self._json("events", q=q, **parameters)

    def facets(self, q: str = "", **parameters: Parameter) -> Answer:
        """How many hits have which values (``facet``, ``by``, ``top``, ``match``), or the proofs of one (``why``)."""
        return self._json("facets", q=q, **parameters)

    def timeline(self, q: str = "", **parameters: Parameter) -> Answer:
        """Events in the order of their days (``by``, ``reverse``, ``fold``, ``limit``, ``cursor``)."""
        return self._json("timeline", q=q, **parameters)

    def pairs(self, q: str = "", **parameters: Parameter) -> Answer:
        """Which countries meet in events, by period (``by``, ``top``)."""
        return self._json("pairs", q=q, **parameters)

    def persons(self, q: str = "", **parameters: Parameter) -> Answer:
        """Who acts in events, for which countries, and with whom (``with_``, ``top``)."""
        return self._json("persons", q=q, **parameters)

    def article(self, id: str) -> Answer:
        """An article with its mentions and events; of an event's id, that event in its article."""
        return self._json("articles/" + urllib.parse.quote(id, safe=""))

    def text(self, id: str) -> str:
        """An article's text as it is stored: what the spans of article() count bytes in."""
        with self._open(f"articles/{urllib.parse.quote(id, safe='')}/text", {}) as reply:
            return self._read(reply).decode("utf-8")

    def similar(self, id: str, **parameters: Parameter) -> Answer:
        """What is like an article or an event."""
        return self._json("similar", id=id, **parameters)

    def explain(self, id: str, q: str = "", **parameters: Parameter) -> Answer:
        """Why an article or event matches a query or not, and ranks where it does."""
        return self._json("explain", id=id, q=q, **parameters)

    def suggest(self, q: str, limit: Optional[int] = None) -> Answer:
        """How a query that is being typed may go on."""
        return self._json("suggest", q=q, limit=limit)

    def info(self) -> Answer:
        """What the index holds."""
        return self._json("info")

    def openapi(self) -> Answer:
        """The API's description of itself (OpenAPI 3.1)."""
        return self._json("openapi.json")

    # Lists, however long.

    def each_article(self, q: str = "", **parameters: Parameter) -> Iterator[Answer]:
        """All articles that match, the best first, page after page; ``limit`` is the size of a page."""
        return self._each("search", "hits", q, parameters)

    def each_event(self, q: str = "", **parameters: Parameter) -> Iterator[Answer]:
        """All events that match, the best first, page after page; ``limit`` is the size of a page."""
        return self._each("events", "hits", q, parameters)

    def each_entry(self, q: str = "", **parameters: Parameter) -> Iterator[Answer]:
        """All entries of a timeline, page after page, right also when something is published meanwhile."""
        return self._each("timeline", "entries", q, parameters)

    def records(self, endpoint: str, q: str = "", **parameters: Parameter) -> Iterator[Answer]:
        """The records of a list (JSON Lines), one by one while the server finds them: memory does not grow.

        ``endpoint`` is search, events, facets, timeline or similar. Raises IncompleteAnswer at the end when something is missing.
        """
        with self._open(endpoint, {"q": q, **parameters, "format": "jsonl"}) as reply:
            count = 0
            try:
                for line in reply:
                    record = json.loads(line)
                    if record.get("complete") is True and "records" in record:
                        if record["records"] != count:
                            raise IncompleteAnswer(f"{count} of {record['records']} records have come")
                        return
                    count += 1
                    yield record
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise IncompleteAnswer(f"the answer broke off after {count} records: {error}") from error
            raise IncompleteAnswer(f"the answer broke off after {count} records")

    def export(self, endpoint: str, format: str, q: str = "", **parameters: Parameter) -> str:
        """A whole answer in another format (csv, ics, md, html), its end looked at; the line that says so is left out."""
        with self._open(endpoint, {"q": q, **parameters, "format": format}) as reply:
            text = self._read(reply).decode("utf-8")
        end = _COMPLETE.get(format)
        if end is None:
            return text
        found = end.search(text)
        if found is None and text:
            raise IncompleteAnswer("the answer broke off: its last line does not say that it is complete")
        return text if found is None or format == "ics" else text[: found.start()]

    # How it is asked.

    def _each(self, endpoint: str, list_name: str, q: str, parameters: Mapping[str, Parameter]) -> Iterator[Answer]:
        target: Optional[str] = self._target(endpoint, {"q": q, **parameters})
        while target is not None:
            with self._open_target(target) as reply:
                page = json.loads(self._read(reply))
                link = _NEXT.search(reply.headers.get("Link") or "")
            yield from page[list_name]
            target = urllib.parse.urljoin(target, link.group(1)) if link else None

    def _json(self, endpoint: str, **parameters: Parameter) -> Answer:
        with self._open(endpoint, parameters) as reply:
            body = self._read(reply)
        try:
            answer: Answer = json.loads(body)
        except ValueError as error:
            raise IncompleteAnswer(f"this is no whole JSON: {error}") from error
        return answer

    def _target(self, endpoint: str, parameters: Mapping[str, Parameter]) -> str:
        query = urllib.parse.urlencode(list(_written(parameters)), quote_via=urllib.parse.quote)
        return f"{self.url.rstrip('/')}/v1/{endpoint}" + (f"?{query}" if query else "")

    def _open(self, endpoint: str, parameters: Mapping[str, Parameter]) -> AbstractContextManager[http.client.HTTPResponse]:
        return self._open_target(self._target(endpoint, parameters))

    @contextmanager
    def _open_target(self, target: str) -> Iterator[http.client.HTTPResponse]:
        try:
            reply = urllib.request.urlopen(target, timeout=self.timeout)
        except urllib.error.HTTPError as error:
            with error:
                _refuse(error)
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(f"{target}: {getattr(error, 'reason', error)}") from error
        with reply:
            yield reply

    @staticmethod
    def _read(reply: http.client.HTTPResponse) -> bytes:
        try:
            return reply.read()
        except (OSError, http.client.HTTPException) as error:
            raise IncompleteAnswer(f"the answer broke off: {error}") from error


def _written(parameters: Mapping[str, Parameter]) -> Iterator[tuple[str, str]]:
    """Each value by its name in a URL."""
    for name, given in parameters.items():
        values = [given] if given is None or isinstance(given, (str, int, datetime.date)) else given
        for value in values:
            if value is None or value is False or (name == "q" and value == ""):
                continue
            if isinstance(value, datetime.datetime):
                value = value.date()
            written = "1" if value is True else value.isoformat() if isinstance(value, datetime.date) else str(value)
            yield name.rstrip("_").replace("_", "-"), written


def _refuse(error: urllib.error.HTTPError) -> NoReturn:
    try:
        problem = json.loads(error.read())
    except (OSError, http.client.HTTPException, ValueError):
        problem = {}
    if not isinstance(problem, dict):
        problem = {}
    if error.code == 404:
        raise NotFound(error.code, problem) from None
    if error.code == 503:
        after = error.headers.get("Retry-After") or ""
        raise Unavailable(error.code, problem, int(after) if after.isdigit() else None) from None
    raise RequestRefused(error.code, problem) from None
