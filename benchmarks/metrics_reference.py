#!/usr/bin/env python3
"""The metrics once more, written independently with NumPy and SciPy, on numbers that Java makes alike.

Prints the constants of ReferenceValuesTest; run it by hand: python3 benchmarks/metrics_reference.py
"""
import numpy as np
from scipy import linalg, stats
from scipy.spatial.distance import cdist

PRIME = 2147483647


def uniform(i, seed):
    i = i.astype(np.int64)
    return ((i * i % PRIME) * 1103515245 % PRIME + i * 12345 + seed * 1000003) % PRIME / PRIME


def features(count, width, seed, scale, shift):
    row = np.arange(count)[:, None]
    column = np.arange(width)[None, :]
    own = uniform(row * width + column, seed)
    common = uniform(row * width + 0 * column, seed + 1)
    return (scale * (own + 0.5 * common - 0.75) + shift).astype(np.float32)


def fid(x, y):
    x, y = x.astype(np.float64), y.astype(np.float64)
    s, t = np.cov(x, rowvar=False), np.cov(y, rowvar=False)
    root = linalg.sqrtm(s @ t).real
    return np.sum((x.mean(0) - y.mean(0)) ** 2) + np.trace(s) + np.trace(t) - 2 * np.trace(root)


def kid(x, y):
    x, y = x.astype(np.float64), y.astype(np.float64)
    k = lambda a, b: (a @ b.T / a.shape[1] + 1) ** 3
    m, n = len(x), len(y)
    xx, yy = k(x, x), k(y, y)
    return ((xx.sum() - np.trace(xx)) / (m * (m - 1)) + (yy.sum() - np.trace(yy)) / (n * (n - 1))
            - 2 * k(x, y).mean())


def prdc(x, y, k):
    x, y = x.astype(np.float64), y.astype(np.float64)
    radius = lambda a: np.sort(cdist(a, a), axis=1)[:, k]
    rx, ry, d = radius(x), radius(y), cdist(x, y)
    return ((d <= rx[:, None]).any(0).mean(), (d <= ry[None, :]).any(1).mean(),
            (d < rx[:, None]).sum() / k / len(y), (d.min(1) < rx).mean())


def inception(p, splits):
    p = p.astype(np.float64)
    return np.mean([np.exp(np.mean([stats.entropy(row, part.mean(0)) for row in part]))
                    for part in np.split(p, splits)])


def sliced(x, y, directions=256):
    angles = np.pi * (np.arange(directions) + 0.5) / directions
    return np.mean([stats.wasserstein_distance(x @ v, y @ v) for v in np.stack([np.cos(angles), np.sin(angles)], 1)])


def ssim_parts(a, b):
    side = min(11, (min(a.shape) + 1) // 2 * 2 - 1)
    w = np.exp(-(np.arange(side) - side // 2) ** 2 / (2 * 1.5 ** 2))
    w = np.outer(w, w) / w.sum() ** 2
    windows = lambda z: np.lib.stride_tricks.sliding_window_view(z, (side, side))
    mean = lambda z: (windows(z) * w).sum((2, 3))
    ma, mb = mean(a), mean(b)
    va, vb, c = mean(a * a) - ma ** 2, mean(b * b) - mb ** 2, mean(a * b) - ma * mb
    structure = (2 * c + 0.03 ** 2) / (va + vb + 0.03 ** 2)
    return (structure * (2 * ma * mb + 0.01 ** 2) / (ma ** 2 + mb ** 2 + 0.01 ** 2)).mean(), structure.mean()


def ms_ssim(a, b):
    weights = np.array([0.0448, 0.2856, 0.3001, 0.2363, 0.1333])
    a, b = (a.astype(np.float64) + 1) / 2, (b.astype(np.float64) + 1) / 2
    scales = 1
    while scales < 5 and min(a.shape) >> scales >= 11:
        scales += 1
    weights = weights[:scales] / weights[:scales].sum()
    product = 1.0
    for scale in range(scales):
        whole, structure = ssim_parts(a, b)
        product *= max(0, whole if scale == scales - 1 else structure) ** weights[scale]
        a, b = [z.reshape(z.shape[0] // 2, 2, z.shape[1] // 2, 2).mean((1, 3)) for z in (a, b)]
    return product


def pair(count, others, width):
    return features(count, width, 1, 1.0, 0.0), features(others, width, 7, 0.8, 0.1)


for count, others, width in [(40, 30, 64), (300, 200, 8), (2000, 2000, 64)]:
    x, y = pair(count, others, width)
    print(f"{count} x {width} against {others}: fid {fid(x, y):.12g}, kid {kid(x, y):.12g}, "
          f"prdc (k = 3) {', '.join(f'{v:.12g}' for v in prdc(x, y, 3))}")
x, y = pair(300, 200, 2)
print(f"300 x 2 against 200: sliced {sliced(x.astype(np.float64), y.astype(np.float64)):.12g}")
print(f"300 against 200, first column: wasserstein {stats.wasserstein_distance(x[:, 0], y[:, 0]):.12g}")
p = np.abs(features(300, 8, 3, 1.0, 0.0)) + np.float32(0.01)
p = (p / p.sum(1, keepdims=True)).astype(np.float32)
print(f"300 x 8 probabilities, 1 split: inception {inception(p, 1):.12g}")
for side in (28, 64, 8):
    a = features(side, side, 1, 1.0, 0.0)
    b = (0.7 * a + 0.3 * features(side, side, 9, 1.0, 0.1)).astype(np.float32)
    print(f"{side} x {side}: ms-ssim {ms_ssim(a, b) if side != 8 else ssim_parts((a.astype(float) + 1) / 2, (b.astype(float) + 1) / 2)[0]:.12g}")
