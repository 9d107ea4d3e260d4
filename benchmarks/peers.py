"""Trains by the same settings with Stable-Baselines3 and with Ascent, one after the other, each on one thread, and prints environment
steps of training a second, wall time: the table "Speed of training" of docs/results.md.

python3 -m venv venv && venv/bin/pip install stable-baselines3==2.9.2 && venv/bin/python benchmarks/peers.py
"""

import json
import pathlib
import subprocess
import tempfile
import time

import torch
from stable_baselines3 import A2C, DQN, PPO, SAC
from stable_baselines3.common.env_util import make_vec_env

ASCENT = pathlib.Path(__file__).parents[1] / "examples" / "ascent"
ONE_THREAD = ["training.threads=1", "training.stop-when-solved=false", "training.evaluation.episodes=1"]

# name, environment, peer's class, its steps, slots and settings, our preset, our steps and settings
JOBS = [
    ("PPO, 1 x 2048 steps, minibatches of 64, 10 epochs", "CartPole-v1", PPO, 20_000, 1, {},
     "cartpole-ppo", 200_000, ["training.slots=1", "ppo.steps-per-slot=2048", "ppo.minibatch-size=64", "ppo.epochs=10"]),
    ("PPO, 8 x 32 steps, minibatches of 256, 20 epochs", "CartPole-v1", PPO, 50_000, 8,
     {"n_steps": 32, "batch_size": 256, "n_epochs": 20},
     "cartpole-ppo", 500_000, []),
    ("A2C, 8 x 5 steps", "CartPole-v1", A2C, 100_000, 8, {},
     "cartpole-a2c", 1_000_000, []),
    ("DQN, a gradient step of 32 every 4 steps, 64-64", "CartPole-v1", DQN, 20_000, 1,
     {"learning_starts": 1_000, "buffer_size": 100_000},
     "cartpole-dqn", 200_000,
     ["dqn.steps-per-slot=4", "dqn.gradient-steps=1", "dqn.batch-size=32", "dqn.target.every=10000", "dqn.n-step=1",
      "mlp.hidden=[64,64]"]),
    ("DQN, 128 gradient steps of 64 every 256 steps, 256-256", "CartPole-v1", DQN, 20_000, 1,
     {"learning_starts": 1_000, "buffer_size": 100_000, "batch_size": 64, "train_freq": 256, "gradient_steps": 128,
      "target_update_interval": 10, "policy_kwargs": {"net_arch": [256, 256]}},
     "cartpole-dqn", 100_000, ["dqn.n-step=1"]),
    ("SAC, a gradient step of 256 every step, 256-256", "Pendulum-v1", SAC, 2_000, 1, {"learning_starts": 100},
     "pendulum-sac", 5_000, ["mlp.hidden=[256,256]", "sac.warm-up=100"]),
]


def peer(environment, algorithm, steps, slots, settings):
    model = algorithm("MlpPolicy", make_vec_env(environment, n_envs=slots, seed=1), seed=1, device="cpu", **settings)
    start = time.perf_counter()
    model.learn(steps)
    return model.num_timesteps / (time.perf_counter() - start)


def ours(preset, steps, settings):
    with tempfile.TemporaryDirectory() as scratch:
        run = pathlib.Path(scratch) / "run"
        changes = [f"--set={s}" for s in [*ONE_THREAD, f"training.steps={steps}", *settings]]
        subprocess.run([ASCENT, "train", preset, "--video-episodes", "0", "--run", run, *changes], check=True, capture_output=True)
        return json.loads((run / "summary.json").read_text())["stepsPerSecond"]


torch.set_num_threads(1)
print("| job | environment | Stable-Baselines3 | Ascent | times |\n|---|---|---:|---:|---:|")
for name, environment, algorithm, steps, slots, settings, preset, our_steps, changes in JOBS:
    theirs = peer(environment, algorithm, steps, slots, settings)
    own = ours(preset, our_steps, changes)
    print(f"| {name} | {environment} | {theirs:,.0f} | {own:,.0f} | {own / theirs:.0f} |", flush=True)
