"""A small client of HTTP/1.1, only for the loopback and always bounded: no library's cost in it."""

import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from urllib.parse import urlencode

HOST: Final = "127.0.0.1"
MOST_REQUESTS: Final = 20_000
MOST_SECONDS: Final = 30.0


class Answer(NamedTuple):
    """What came back, and after how many milliseconds."""

    status: int
    headers: dict[str, str]
    body: bytes
    took: float


@dataclass(frozen=True)
class Ask:
    """A request: its path, and what is posted, if anything."""

    path: str
    posted: dict[str, str] = field(default_factory=dict)


class Client:
    """One person's browser: one connection kept open, one session."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self.port = port
        self.cookies = dict(cookies)
        self._socket: socket.socket | None = None

    def send(self, ask: Ask) -> Answer:
        """Send one request; connects again when the server closed the connection."""
        try:
            return self._send(ask)
        except (ConnectionError, _Closed):
            self.close()
            return self._send(ask)

    def close(self) -> None:
        """Close the connection."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _send(self, ask: Ask) -> Answer:
        if self._socket is None:
            self._socket = socket.create_connection((HOST, self.port), timeout=30)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        body = urlencode(ask.posted).encode()
        lines = [f"{'POST' if ask.posted else 'GET'} {ask.path} HTTP/1.1", f"Host: {HOST}"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        if body:
            lines += [f"Content-Length: {len(body)}", f"Origin: http://{HOST}"]
            lines.append("Content-Type: application/x-www-form-urlencoded")
        began = time.perf_counter()
        self._socket.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        status, headers, content = _receive(self._socket)
        took = (time.perf_counter() - began) * 1000
        if headers.get("connection") == "close":
            self.close()
        return Answer(status, headers, content, took)


class _Closed(Exception):
    """The server closed a connection that was kept open."""


def _receive(connection: socket.socket) -> tuple[int, dict[str, str], bytes]:
    got = b""
    while b"\r\n\r\n" not in got:
        more = connection.recv(65_536)
        if not more:
            raise _Closed
        got += more
    head, _, body = got.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    headers: dict[str, str] = {}
    for name, _, value in (line.partition(":") for line in rest):
        before = headers.get(name.lower())  # an answer may set two cookies
        headers[name.lower()] = value.strip() if before is None else f"{before}, {value.strip()}"
    while "content-length" in headers and len(body) < int(headers["content-length"]):
        body += connection.recv(262_144)
    while headers.get("transfer-encoding") == "chunked" and not body.endswith(b"0\r\n\r\n"):
        body += connection.recv(262_144)
    return int(first.split()[1]), headers, body


def alone(client: Client, asks: Sequence[Ask], times: int) -> list[Answer]:
    """The asks in turn, one after the other, so many times in all."""
    times = min(times, MOST_REQUESTS)
    return [client.send(asks[number % len(asks)]) for number in range(times)]


def together(clients: Sequence[Client], asks: Sequence[Ask], seconds: float) -> list[Answer]:
    """Every client asks in turn for so many seconds; what came back to any of them."""
    until = time.monotonic() + min(seconds, MOST_SECONDS)
    most = MOST_REQUESTS // len(clients)
    answers: list[list[Answer]] = [[] for _ in clients]

    def work(mine: int) -> None:
        turn = mine
        while time.monotonic() < until and len(answers[mine]) < most:
            answers[mine].append(clients[mine].send(asks[turn % len(asks)]))
            turn += len(clients)

    threads = [threading.Thread(target=work, args=[mine]) for mine in range(len(clients))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answer for some in answers for answer in some]
