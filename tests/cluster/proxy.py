"""A proxy of HTTP before a node, that answers some requests otherwise: for tests of what may go wrong."""

import http.client
import http.server
import threading
import urllib.parse


class Proxy:
    """Passes requests on to `url`. `disturb(method, path, answer)` may return another answer: (status, body), or (status,
    body, bytes of it that are sent before the connection is closed)."""

    def __init__(self, url):
        self.target = urllib.parse.urlsplit(url).netloc
        self.disturb = lambda method, path, status, body: (status, body)
        proxy = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                proxy.pass_on(self)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def pass_on(self, handler):
        body = handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        headers = {name: value for name, value in handler.headers.items()
                   if name.lower() not in ("host", "accept-encoding", "connection", "expect")}
        node = http.client.HTTPConnection(self.target, timeout=60)
        node.request(handler.command, handler.path, body, headers)
        answered = node.getresponse()
        status, text, *torn = self.disturb(handler.command, handler.path, answered.status, answered.read())
        node.close()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(text)))
        handler.end_headers()
        if torn:
            handler.wfile.write(text[:torn[0]])
            handler.wfile.flush()
            handler.close_connection = True
            handler.connection.close()
        elif handler.command != "HEAD":
            handler.wfile.write(text)

    def close(self):
        self.server.shutdown()
        self.server.server_close()
