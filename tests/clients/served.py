"""A server of a test's own, on an index of the sample articles."""

import os
import socket
import subprocess
import tempfile
from pathlib import Path


class Served:
    """`dateline serve` on a free port of the loopback interface, its socket handed over as systemd does it. Ends with the block.

    url is its address, folder an empty folder with the index in `index`.
    """

    def __init__(self, program, articles):
        self.program, self.articles = str(Path(program).resolve()), str(articles)

    def __enter__(self):
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self._temporary.name)
        self.index = self.folder / "index"
        subprocess.run([self.program, "index", "--quiet", "--index", self.index, self.articles], check=True)
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
            self.server = subprocess.Popen(
                ["sh", "-c", 'exec env LISTEN_FDS=1 LISTEN_PID=$$ "$@" 3<&0 </dev/null', "sh", self.program, "serve", "--index",
                 str(self.index)], stdin=listener.fileno(), stdout=subprocess.DEVNULL)
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(self, *unused):
        self.server.terminate()
        self.code = self.server.wait(timeout=60)
        self._temporary.cleanup()

    def run(self, *arguments):
        """What the program prints."""
        return subprocess.run([self.program, *arguments], env={**os.environ, "DATELINE_INDEX": str(self.index)}, check=True,
                              capture_output=True, text=True).stdout
