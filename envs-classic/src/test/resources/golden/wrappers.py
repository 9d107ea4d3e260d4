"""Writes wrappers.jsonl: episodes of Gymnasium 1.4.0 (NumPy 2.4.6) through its wrappers.

    python wrappers.py
"""

import json

import gymnasium as gym
import numpy as np
from gymnasium import wrappers as w

CASES = [
    ("ClipAction", {}, "Pendulum-v1", w.ClipAction, {}),
    ("RescaleAction", {"min-action": -1, "max-action": 1}, "Pendulum-v1", w.RescaleAction, {"min_action": -1, "max_action": 1}),
    ("RescaleAction", {"min-action": 0.3, "max-action": 7}, "Pendulum-v1", w.RescaleAction, {"min_action": 0.3, "max_action": 7.0}),
    ("ClipReward", {"min-reward": -5, "max-reward": -1}, "Pendulum-v1", w.ClipReward, {"min_reward": -5.0, "max_reward": -1.0}),
    ("ClipReward", {"max-reward": 0.5}, "CartPole-v1", w.ClipReward, {"max_reward": 0.5}),
    ("FrameStack", {"stack-size": 3}, "CartPole-v1", w.FrameStackObservation, {"stack_size": 3}),
    ("FrameStack", {"stack-size": 3, "padding-type": "zero"}, "CartPole-v1", w.FrameStackObservation,
     {"stack_size": 3, "padding_type": "zero"}),
    ("TimeAwareObservation", {}, "CartPole-v1", w.TimeAwareObservation, {}),
    ("TimeAwareObservation", {"normalize-time": True}, "CartPole-v1", w.TimeAwareObservation, {"normalize_time": True}),
    ("TimeLimit", {"max-episode-steps": 7}, "CartPole-v1", w.TimeLimit, {"max_episode_steps": 7}),
]


def floats(values):
    return [float(str(np.float32(x))) for x in np.ravel(values)]


with open("wrappers.jsonl", "w") as file:
    for name, settings, environment, wrapper, arguments in CASES:
        env = wrapper(gym.make(environment), **arguments)
        random = np.random.default_rng(4)
        space = env.action_space
        row = {"wrapper": name, "settings": settings, "env": environment, "seed": 6,
               "space": list(env.observation_space.shape), "obs0": floats(env.reset(seed=6)[0]),
               "actions": [], "obs": [], "reward": [], "terminated": [], "truncated": []}
        for _ in range(25):
            if isinstance(space, gym.spaces.Discrete):
                action = int(random.integers(space.n))
            else:
                low, high = max(space.low[0], -5.0), min(space.high[0], 5.0)
                action = np.array([random.uniform(low, high)], dtype=np.float32)
            observation, reward, terminated, truncated, _ = env.step(action)
            row["actions"].append(floats(action) if isinstance(action, np.ndarray) else action)
            row["obs"].append(floats(observation))
            row["reward"].append(float(reward))
            row["terminated"].append(int(terminated))
            row["truncated"].append(int(truncated))
            if terminated or truncated:
                break
        file.write(json.dumps(row) + "\n")
