#!/usr/bin/env python3
"""Runs a command on two hosts of one machine, two network namespaces joined by a slow link, and waits for both.

    python3 benchmarks/two_hosts.py DELAY_MS MBIT_PER_S COMMAND...

Each finds HOST (0 or 1) and MASTER (the address of host 0) in its environment. The link is a relay between two TUN devices:
every packet leaves when those before it have left at this rate, and arrives this much later. Their TCP is CUBIC, as on most machines,
whatever this one has; and the relay goes before everything else, so that the link is no slower where the hosts compute.
"""
import ctypes
import fcntl
import heapq
import os
import select
import signal
import struct
import subprocess
import sys
import time

TUNSETIFF, IFF_TUN, IFF_NO_PI, CLONE_NEWNET = 0x400454CA, 1, 0x1000, 0x40000000
NAMES = [f"two-hosts-{os.getpid()}-{i}" for i in range(2)]


def run(*words):
    subprocess.run(words, check=True)


def device(name, address):
    """A TUN device in a new namespace; the descriptor works outside of it, too."""
    run("ip", "netns", "add", name)
    libc = ctypes.CDLL(None, use_errno=True)
    here = os.open("/proc/self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{name}", os.O_RDONLY)
    libc.setns(there, CLONE_NEWNET)
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", b"slow", IFF_TUN | IFF_NO_PI))
    libc.setns(here, CLONE_NEWNET)
    inside = ("ip", "-n", name)
    run(*inside, "link", "set", "slow", "txqueuelen", "10000")
    run(*inside, "address", "add", f"{address}/24", "dev", "slow")
    for each in ("slow", "lo"):
        run(*inside, "link", "set", "dev", each, "up")
    run(*inside, "route", "replace", "10.77.0.0/24", "dev", "slow", "congctl", "cubic")
    return tun


def relay(tuns, delay, bytes_per_second, alive):
    """Until nobody is alive."""
    free, waiting, order, looked = [0.0, 0.0], [], 0, 0.0
    while True:
        now = time.monotonic()
        while waiting and waiting[0][0] <= now:
            _, _, to, packet = heapq.heappop(waiting)
            try:
                os.write(tuns[to], packet)
            except OSError:
                pass  # lost, as on any link
        if now - looked > 0.2:
            looked = now
            if not alive():
                return
        wait = min(0.2, waiting[0][0] - now) if waiting else 0.2
        for tun in select.select(tuns, [], [], max(0.0, wait))[0]:
            source = tuns.index(tun)
            for _ in range(64):
                try:
                    packet = os.read(tun, 65536)
                except BlockingIOError:
                    break
                free[source] = max(free[source], time.monotonic()) + len(packet) / bytes_per_second
                heapq.heappush(waiting, (free[source] + delay, order, 1 - source, packet))
                order += 1


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    children = []
    delay, rate, command = float(sys.argv[1]) / 1000, float(sys.argv[2]) * 1e6 / 8, sys.argv[3:]
    try:
        tuns = [device(name, f"10.77.0.{i + 1}") for i, name in enumerate(NAMES)]
        for i, name in enumerate(NAMES):
            environment = {**os.environ, "HOST": str(i), "MASTER": "10.77.0.1"}
            children.append(subprocess.Popen(["ip", "netns", "exec", name, *command], env=environment))
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
        relay(tuns, delay, rate, lambda: any(child.poll() is None for child in children))
        return max(child.returncode for child in children)
    finally:
        for child in children:
            child.terminate()
        for name in NAMES:
            subprocess.run(["ip", "netns", "del", name], check=False)


if __name__ == "__main__":
    sys.exit(main())
