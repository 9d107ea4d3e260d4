"""Writes pixels.jsonl: colors of Gymnasium 1.4.0's pictures (pygame 2.6.1), at pixels whose neighbors have the same.

    SDL_VIDEODRIVER=dummy python pixels.py
"""

import json

import gymnasium as gym
import numpy as np

STATES = {
    "CartPole-v1": [[0, 0, 0, 0], [1.2345, 0, -0.17, 0], [-2.3, 0, 0.2, 0]],
    "Acrobot-v1": [[0, 0, 0, 0], [1.1, -0.7, 0, 0], [-2.6, 2.9, 0, 0], [3.1, 0.2, 0, 0]],
    "MountainCar-v0": [[-0.5, 0], [0.45, 0.02], [-1.15, 0]],
    "MountainCarContinuous-v0": [[-0.3, 0], [0.4, 0.02]],
    "Pendulum-v1": [[0, 0], [2.2, 0], [-1.3, 0]],
}
REACH = 3

random = np.random.default_rng(0)
with open("pixels.jsonl", "w") as file:
    for name, states in STATES.items():
        env = gym.make(name, render_mode="rgb_array")
        env.reset(seed=0)
        for state in states:
            env.unwrapped.state = np.array(state, dtype=np.float64)
            picture = env.render().astype(int)
            rgb = picture[..., 0] << 16 | picture[..., 1] << 8 | picture[..., 2]
            height, width = rgb.shape
            inner = rgb[REACH:height - REACH, REACH:width - REACH]
            plain = np.ones_like(inner, dtype=bool)
            for dy in range(-REACH, REACH + 1):
                for dx in range(-REACH, REACH + 1):
                    plain &= rgb[REACH + dy:height - REACH + dy, REACH + dx:width - REACH + dx] == inner
            pixels = []
            for color in np.unique(inner[plain]):
                ys, xs = np.nonzero(plain & (inner == color))
                for i in random.choice(len(xs), min(60, len(xs)), replace=False):
                    pixels.append([int(xs[i]) + REACH, int(ys[i]) + REACH, int(color)])
            file.write(json.dumps({"env": name, "state": state, "width": width, "height": height, "pixels": pixels}) + "\n")
