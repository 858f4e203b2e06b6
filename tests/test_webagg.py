"""A live script in a browser, as over ssh: matplotlib's WebAgg in headless Chromium.

The browser is driven by its own debugging protocol, over a web socket.
"""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

import pytest

from project import ROOT
from windows import __file__ as watch

tornado_websocket = pytest.importorskip("tornado.websocket")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SCRIPT = ROOT / "02_first/live_line.py"


async def drive(address, x, y):
    """Press the mouse at a place of the picture; screenshots before and after, PNG."""
    socket = await tornado_websocket.websocket_connect(address)
    number = 0

    async def ask(method, **arguments):
        nonlocal number
        number += 1
        await socket.write_message(
            json.dumps({"id": number, "method": method, "params": arguments})
        )
        while True:
            answer = json.loads(await socket.read_message())
            if answer.get("id") == number:
                return answer["result"]

    find = "JSON.stringify(document.querySelector('canvas').getBoundingClientRect())"
    for _ in range(40):
        await asyncio.sleep(0.5)
        found = await ask("Runtime.evaluate", expression=find)
        box = json.loads(found["result"].get("value", "{}"))
        if box.get("width", 0) > 1000:
            break
    await asyncio.sleep(2)
    before = await ask("Page.captureScreenshot")
    left, top, width = box["left"], box["top"], box["width"]
    place = {"x": left + x * width, "y": top + y * width, "button": "left"}
    for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
        await ask("Input.dispatchMouseEvent", type=kind, clickCount=1, **place)
    await asyncio.sleep(2)
    after = await ask("Page.captureScreenshot")
    socket.close()
    while await socket.read_message() is not None:
        pass
    return before["data"], after["data"]


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's package chromium")
@pytest.mark.skipif(sys.platform != "linux", reason="knows Linux only")
def test_chapter_2_in_a_browser(tmp_path):
    """A click on a slider arrives, and the picture answers; Ctrl-C ends it. 10 s."""
    env = {**os.environ, "MPLBACKEND": "WebAgg", "BROWSER": "false"}
    script = subprocess.Popen(
        [sys.executable, "-u", watch, SCRIPT],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    profile = tmp_path / "profile"
    browser = None
    try:
        left, top, width, height = json.loads(script.stdout.readline())["weight w"]
        line = script.stdout.readline()
        while not (found := re.search(r"http://\S+", line)):
            assert line, script.stderr.read()
            line = script.stdout.readline()
        options = ["--headless", "--no-sandbox", "--disable-gpu"]
        options += ["--remote-debugging-port=0", f"--user-data-dir={profile}"]
        options += ["--remote-allow-origins=*", "--window-size=1400,1000"]
        browser = subprocess.Popen(
            [CHROMIUM, *options, found[0]],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(60):
            time.sleep(0.5)
            if (profile / "DevToolsActivePort").exists():
                break
        port = (profile / "DevToolsActivePort").read_text().split()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            pages = [p for p in json.load(answer) if p["type"] == "page"]
        place = left + width * 0.7, top + height / 2
        address = pages[0]["webSocketDebuggerUrl"]
        before, after = asyncio.run(drive(address, *place))
        assert before != after
        script.send_signal(signal.SIGINT)
        told, errors = script.communicate(timeout=20)
        assert (errors, script.returncode) == ("", 0)
        value = float(json.loads(told.splitlines()[-1])[4])
        assert value == pytest.approx(2.5, abs=0.1)
    finally:
        for process in (browser, script):
            if process and process.poll() is None:
                process.kill()
                process.communicate()
