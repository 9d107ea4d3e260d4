"""Makes numpy-random-digests.json: python numpy-random-digests.py > numpy-random-digests.json

Needs NumPy 2. A digest is the SHA-256 of the drawn values as little-endian float64 or int64.
The last digits of the tails of the normal and the exponential are those of the C library's log1p (here: glibc 2.36).
"""

import hashlib
import json

import numpy as np
from numpy.random import SeedSequence, default_rng

DRAWS = 1_000_000


def digest(values, dtype):
    return hashlib.sha256(np.asarray(values).astype(dtype).tobytes()).hexdigest()


def distributions(seed):
    return {
        "seed": seed,
        "draws": DRAWS,
        "random": digest(default_rng(seed).random(DRAWS), "<f8"),
        "uniform(-3.5,1e6)": digest(default_rng(seed).uniform(-3.5, 1e6, DRAWS), "<f8"),
        "standard_normal": digest(default_rng(seed).standard_normal(DRAWS), "<f8"),
        "normal(-2.5,0.1)": digest(default_rng(seed).normal(-2.5, 0.1, DRAWS), "<f8"),
        "standard_exponential": digest(default_rng(seed).standard_exponential(DRAWS), "<f8"),
        "exponential(0.3)": digest(default_rng(seed).exponential(0.3, DRAWS), "<f8"),
        "random(float32)": digest(default_rng(seed).random(DRAWS, dtype=np.float32), "<f8"),
    }


def tails(seed):
    normal = default_rng(seed).standard_normal(DRAWS)
    exponential = default_rng(seed).standard_exponential(DRAWS)
    return {
        "seed": seed,
        "normal": {str(i): normal[i] for i in np.flatnonzero(np.abs(normal) > 4.3)[:8]},
        "exponential": {str(i): exponential[i] for i in np.flatnonzero(exponential > 11.5)[:8]},
    }


def integers(seed):
    """One generator for all: a range begins with the 32 bits that the one before left over."""
    random = default_rng(seed)
    bounds = [
        (0, 1), (0, 3), (-5, 2), (0, 2**31 - 1), (0, 2**31), (-1, 2**31), (0, 3 * 2**30), (7, 2**32 + 5),
        (0, 2**32 - 1), (-(2**31), 2**31), (0, 2**32), (0, 2**32 + 1), (0, 3 * 2**40), (0, 3 * 2**61),
        (-(2**63), 2**63 - 1), (-(2**63), 0), (0, 2**63 - 1), (-(3 * 2**61), 3 * 2**61), (0, 7),
    ]
    return {
        "seed": seed,
        "draws": 1001,
        "ranges": [
            {"low": str(low), "high": str(high), "digest": digest(random.integers(low, high, 1001), "<i8")}
            for low, high in bounds
        ],
    }


def poisson(seed):
    """One generator for all means."""
    random = default_rng(seed)
    means = [0, 1e-3, 0.5, 1, 4.2, 9.999, 10, 10.5, 33, 1000, 1e6, 1e9]
    result = []
    for mean in means:
        draws = random.poisson(mean, DRAWS // 10)
        result.append({"mean": mean, "first": draws[:5].tolist(), "digest": digest(draws, "<i8")})
    return {"seed": seed, "draws": DRAWS // 10, "means": result}


def orders(seed):
    random = default_rng(seed)
    sizes = [0, 1, 2, 3, 10, 64, 65, 1000, 65536, 100000]
    return {
        "seed": seed,
        "permutation(10)": default_rng(seed).permutation(10).tolist(),
        "permutations": [{"n": n, "digest": digest(random.permutation(n), "<i8")} for n in sizes],
    }


def sequences():
    entropies = [[], [0], [1], [1, 2], [1, 2, 3, 4], [1, 2, 3, 4, 5], [2**32 - 1] * 9]
    result = []
    for entropy in entropies:
        sequence = SeedSequence(entropy)
        child = sequence.spawn(3)[2]
        result.append({
            "entropy": entropy,
            "state": sequence.generate_state(10).tolist(),
            "spawn(3)[2]": child.generate_state(10).tolist(),
            "spawn(3)[2].spawn(2)[1]": child.spawn(2)[1].generate_state(10).tolist(),
            "fourth child": sequence.spawn(1)[0].generate_state(10).tolist(),
        })
    return result


def streams(run_seed):
    def words(value, count=2):
        return [(value >> (32 * i)) & 0xFFFFFFFF for i in range(count)]

    def fnv(name):
        result = 0xCBF29CE484222325
        for byte in name.encode():
            result = ((result ^ byte) * 0x100000001B3) % 2**64
        return result

    def episode(name, slot, number):
        return SeedSequence(words(run_seed) + words(fnv(name)) + words(slot, 1) + words(number))

    def seed(name, slot, number):
        return int(episode(name, slot, number).generate_state(1, np.uint64)[0] >> np.uint64(11))

    return {
        "seed": str(run_seed),
        "init": default_rng(SeedSequence(words(run_seed) + words(fnv("init")))).random(),
        "größe": default_rng(SeedSequence(words(run_seed) + words(fnv("größe")))).random(),
        "act(3, 8589934593)": default_rng(episode("act", 3, 8589934593)).random(),
        "episodeSeed(3, 8589934593)": str(seed("environment", 3, 8589934593)),
        "evaluationSeed(5)": str(seed("evaluation", 0, 5)),
    }


print(json.dumps({
    "numpy": np.__version__,
    "distributions": [distributions(0), distributions(2**53 + 1)],
    "tails": tails(0),
    "integers": integers(12345),
    "poisson": poisson(7),
    "orders": orders(3),
    "sequences": sequences(),
    "streams": [streams(0), streams(1), streams(2**63 - 1)],
}, indent=1, ensure_ascii=False))
