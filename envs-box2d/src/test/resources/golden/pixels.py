"""Writes pixels.jsonl: colors of Gymnasium 1.4.0's pictures (pygame 2.6.1), at pixels whose neighbors have the same.

    SDL_VIDEODRIVER=dummy python pixels.py
"""

import json

import gymnasium as gym
import numpy as np

# id, seed, the actions of each step
EPISODES = [
    ("LunarLander-v3", 47, []),
    ("LunarLander-v3", 3, [2, 0] * 20),
    ("LunarLander-v3", 7, [0] * 40 + [1] * 15),
    ("LunarLanderContinuous-v3", 5, [[0.75, -1.0]] * 30),
    ("BipedalWalker-v3", 47, []),
    ("BipedalWalker-v3", 2, [[0.5, -0.25, -0.5, 0.25]] * 8),
    ("BipedalWalkerHardcore-v3", 47, [[0.0, 0.0, 0.0, 0.0]] * 5),
    ("BipedalWalkerHardcore-v3", 3, []),
]
REACH = 3

random = np.random.default_rng(0)
with open("pixels.jsonl", "w") as file:
    for name, seed, actions in EPISODES:
        env = gym.make(name, render_mode="rgb_array")
        env.reset(seed=seed)
        picture = env.render()
        for action in actions:
            env.step(action if isinstance(action, int) else np.array(action, dtype=np.float32))
            picture = env.render()
        picture = picture.astype(int)
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
        file.write(json.dumps({"env": name, "seed": seed, "actions": actions, "width": width, "height": height, "pixels": pixels}) + "\n")
