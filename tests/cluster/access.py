#!/usr/bin/env python3
"""Asks servers of its own through the program: whom it believes to be the cluster, and what it says of itself to whom.

    tests/cluster/access.py PROGRAM

Exit code 1 when something is amiss, 77 where openssl is absent, which makes a certificate.
"""

import http.server
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading


class Stub(http.server.ThreadingHTTPServer):
    """Answers everything with one status; remembers who asked."""

    daemon_threads = True

    def __init__(self, status=404, certificate=None):
        super().__init__(("127.0.0.1", 0), Answer)
        self.status = status
        self.said = []
        self.ending = threading.Event()
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, scheme="http", host="127.0.0.1"):
        return f"{scheme}://{host}:{self.server_address[1]}/archive"

    def handle_error(self, request, client_address):
        pass  # a handshake that the client breaks off


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.said.append(self.headers.get("Authorization"))
        if self.server.status == 0:
            self.server.ending.wait(30)  # hangs
            return
        body = b'{"error":{"type":"some_exception","reason":"some reason"}}'
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_):
        pass


def make_certificate(folder, names):
    """A certificate that vouches for itself, and its key."""
    certificate, key = os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=test", "-addext", f"subjectAltName={names}", "-keyout", key, "-out", certificate],
                   check=True, capture_output=True)
    return certificate, key


class Tests:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.faults = 0

    def run(self, *arguments, **variables):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("DATELINE_")}
        environment.update({"DATELINE_" + k: v for k, v in variables.items()}, XDG_DATA_HOME=self.folder)
        return subprocess.run([self.program, *arguments], env=environment, cwd=self.folder, text=True, capture_output=True)

    def check(self, what, outcome, code, *parts, without=()):
        lines = outcome.stderr.splitlines()
        ok = (outcome.returncode == code and len(lines) == 1 and all(part in lines[0] for part in parts)
              and not any(part in outcome.stderr + outcome.stdout for part in without))
        if not ok:
            self.faults += 1
            print(f"{what}: exit {outcome.returncode}, said {outcome.stderr!r}")

    def expect(self, what, found, wanted):
        if found != wanted:
            self.faults += 1
            print(f"{what}: {found!r} instead of {wanted!r}")

    def tls(self):
        certificate = make_certificate(self.folder, "IP:127.0.0.1")
        stub = Stub(certificate=certificate)
        url = stub.url("https")
        self.check("an unknown authority", self.run("info", "--cluster", url, CLUSTER_TOKEN="hush"), 3,
                   "its certificate does not hold", "$DATELINE_CLUSTER_CA", without=["hush"])
        self.expect("a token for a stranger", stub.said, [])
        self.check("a known authority", self.run("info", "--cluster", url, CLUSTER_CA=certificate[0], CLUSTER_TOKEN="hush"), 3,
                   "there is no such archive", "some_exception: some reason", without=["hush"])
        self.expect("a token over TLS", stub.said[:1], ["Bearer hush"])
        self.check("a certificate for another host",
                   self.run("info", "--cluster", stub.url("https", "localhost"), CLUSTER_CA=certificate[0]), 3,
                   "its certificate does not hold")
        self.check("an authority that is no certificate",
                   self.run("info", "--cluster", url, CLUSTER_CA=certificate[1]), 3, "its certificate does not hold")
        self.check("TLS where there is none", self.run("info", "--cluster", Stub().url("https")), 3, "TLS cannot be spoken")
        self.check("no TLS where there is", self.run("info", "--cluster", stub.url()), 3, "cluster http://127.0.0.1")

    def credentials(self):
        stub = Stub(401)
        url = stub.url()
        self.check("nobody", self.run("info", "--cluster", url), 3, "does not know who asks")
        self.check("a user", self.run("info", "--cluster", url, CLUSTER_USER="me", CLUSTER_PASSWORD="hush"), 3,
                   "does not know who asks", without=["hush"])
        self.expect("who asked", stub.said, [None, "Basic bWU6aHVzaA=="])
        file = os.path.join(self.folder, "secret")
        with open(file, "w", encoding="utf-8") as secret:
            secret.write("token = hush\n")
        os.chmod(file, 0o644)
        self.check("a file for all", self.run("info", "--cluster", url, CLUSTER_CREDENTIALS=file), 2, "chmod 600", without=["hush"])
        os.chmod(file, 0o600)
        self.run("info", "--cluster", url, CLUSTER_CREDENTIALS=file)
        self.expect("a token of a file", stub.said[2:], ["Bearer hush"])
        self.check("half a pair", self.run("info", "--cluster", url, CLUSTER_PASSWORD="hush"), 2, "without a user", without=["hush"])
        self.check("a password in the address", self.run("info", "--cluster", url.replace("://", "://me:hush@")), 2,
                   "do not belong into an address", without=["hush"])
        self.check("no TLS to another machine", self.run("info", "--cluster", "http://host.invalid/a", CLUSTER_TOKEN="hush"), 2,
                   "unencrypted", without=["hush"])

    def environment(self):
        stub = Stub(403)
        self.check("the variable", self.run("info", CLUSTER=stub.url()), 3, "does not allow that", stub.url())
        self.check("--cluster before it", self.run("info", "--cluster", stub.url(), CLUSTER="http://x.invalid/y"), 3, stub.url())
        self.check("--index before it", self.run("info", "--index", "none", CLUSTER=stub.url()), 3, "no index at")
        self.check("it before an index of the environment", self.run("info", INDEX="none", CLUSTER=stub.url()), 3, stub.url())
        self.check("what works on an index alone", self.run("check", CLUSTER=stub.url()), 2, "$DATELINE_CLUSTER names a cluster")
        self.check("an index that is named", self.run("check", INDEX="none", CLUSTER=stub.url()), 3, "no index at")
        asked = len(stub.said)
        outcome = self.run("complete", "--", "search", "--person", "", CLUSTER=stub.url())
        self.expect("a key pressed", (outcome.returncode, outcome.stdout, len(stub.said)), (0, "", asked))

    def silence(self):
        stub = Stub(0)
        self.check("a node that hangs", self.run("info", "--cluster", stub.url(), CLUSTER_TIMEOUT="1"), 3, "no answer within 1 s")
        stub.ending.set()
        self.check("no number", self.run("info", "--cluster", stub.url(), CLUSTER_TIMEOUT="soon"), 2, "give whole seconds")


def main():
    if not shutil.which("openssl"):
        print("passed over: openssl is not installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        tests = Tests(os.path.abspath(sys.argv[1]), folder)
        tests.tls()
        tests.credentials()
        tests.environment()
        tests.silence()
    return 1 if tests.faults else 0


if __name__ == "__main__":
    sys.exit(main())
