"""A headless Chromium driven over its own debugging pipe: no driver program and no package is needed.

The DevTools protocol: JSON messages, each ended by a zero byte, on file descriptors 3 (to the browser) and
4 (from it). One browser, one page, commands in order; what the page reports in between is kept in `events`.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
TIMEOUT = 60
KEYS = {"Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, ""), "Tab": ("Tab", 9, ""), "Home": ("Home", 36, ""), "End": ("End", 35, "")} | {
    f"Arrow{name}": (f"Arrow{name}", code, "") for name, code in (("Left", 37), ("Up", 38), ("Right", 39), ("Down", 40))
}


def found() -> str | None:
    """The browser of this machine, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Failure(Exception):
    """The browser refused a command, or the page threw."""


class Page:
    """One page of one browser with its own profile in `folder`."""

    def __init__(self, program: str, folder: Path):
        self.events: list[dict] = []
        self._last, self._buffer, self._session = 0, b"", None
        read, self._write = os.pipe()
        self._read, write = os.pipe()
        command = [program, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", f'exec "$@" 3<&{read} 4>&{write}', "chromium", *command],
            pass_fds=(read, write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read), os.close(write)
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Audits"):
            self.send(f"{domain}.enable")

    def close(self) -> None:
        try:
            self._session = None
            self.send("Browser.close")
        except (Failure, OSError):
            self._process.terminate()
        self._process.wait(TIMEOUT)
        os.close(self._read), os.close(self._write)

    def send(self, method: str, **parameters) -> dict:
        """One command; returns its result."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def _receive(self) -> dict:
        end = time.monotonic() + TIMEOUT
        while b"\0" not in self._buffer:
            if not select.select([self._read], [], [], max(0, end - time.monotonic()))[0]:
                raise Failure("the browser does not answer")
            data = os.read(self._read, 1 << 20)
            if not data:
                raise Failure("the browser has gone")
            self._buffer += data
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)

    def open(self, path: Path, fragment: str = "") -> None:
        """Load a file and wait until it is drawn."""
        self.load(path, fragment)
        self.settle()

    def load(self, path: Path, fragment: str = "") -> None:
        """Load a file and wait until it has loaded."""
        self._navigate("about:blank")  # an address that differs by its fragment alone would load nothing
        self._navigate(Path(path).resolve().as_uri() + fragment)

    def _navigate(self, address: str) -> None:
        self.events.clear()
        answer = self.send("Page.navigate", url=address)
        if "errorText" in answer:
            raise Failure(f"{address}: {answer['errorText']}")
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._receive())

    def settle(self) -> None:
        """Two frames, so that handlers have run and what they changed is drawn."""
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))")

    def run(self, expression: str):
        """The value of a JavaScript expression; waits for a promise."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            raise Failure(answer["exceptionDetails"].get("exception", {}).get("description", answer["exceptionDetails"]["text"]))
        return answer["result"].get("value")

    def size(self, width: int, height: int, *, mobile: bool = False, scale: float = 1) -> None:
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=mobile)

    def prefer(self, **features: str) -> None:
        """Media features by name with _ for -, such as prefers_color_scheme="dark"."""
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.send("Emulation.setEmulatedMedia", features=wanted)

    def centre(self, selector: str) -> tuple[float, float]:
        """Where the middle of an element is, after scrolling it into view."""
        self.run(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center', inline: 'center', behavior: 'instant'}})")
        self.settle()
        box = self.run(f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])(document.querySelector({json.dumps(selector)}).getBoundingClientRect())")
        return tuple(box)

    def hover(self, selector: str) -> None:
        x, y = self.centre(selector)
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.settle()

    def click(self, selector: str) -> None:
        x, y = self.centre(selector)
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="none" if kind == "mouseMoved" else "left", clickCount=1)
        self.settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            code, number, text = KEYS[key]
            common = {"key": key, "code": code, "windowsVirtualKeyCode": number}
            self.send("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
            self.send("Input.dispatchKeyEvent", type="keyUp", **common)
        self.settle()

    def write(self, text: str) -> None:
        """Text into the field that has the focus."""
        self.send("Input.insertText", text=text)
        self.settle()

    def picture(self, path: Path, *, whole: bool = False) -> Path:
        """A PNG of the window, or of the whole page."""
        answer = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole, **({"clip": self._page()} if whole else {}))
        Path(path).write_bytes(base64.b64decode(answer["data"]))
        return Path(path)

    def _page(self) -> dict:
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}

    def printed(self) -> bytes:
        """The PDF that printing gives."""
        return base64.b64decode(self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])

    def faults(self) -> list[str]:
        """Everything the page complained of since it was opened: errors, warnings, policy violations."""
        said = []
        for event in self.events:
            method, data = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                said.append(data["exceptionDetails"].get("exception", {}).get("description", data["exceptionDetails"]["text"]))
            elif method == "Log.entryAdded" and data["entry"]["level"] in ("error", "warning"):
                said.append(data["entry"]["text"])
            elif method == "Runtime.consoleAPICalled" and data["type"] in ("error", "warning", "assert"):
                said.append(str(data["args"]))
            elif method == "Audits.issueAdded":
                said.append(json.dumps(data["issue"]))
        return said

    def requests(self) -> list[str]:
        """Every address the page asked for since it was opened."""
        return [event["params"]["request"]["url"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]
