"""The training loop of every stage: a schedule by steps or by the clock, checkpoints to resume from."""

import logging
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from rag.training.nets import half

log = logging.getLogger(__name__)

_CLIP = 1.0  # gradient norm
_BETAS = (0.9, 0.98)
_DECAY = 0.01
_LAST = 0.03  # of the rate is left at the end of the cosine
_REPORT = 50  # steps between two lines of progress
_SAVE = 240.0  # seconds between two checkpoints: writing one takes about one


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast a stage trains; whichever of ``steps`` and ``minutes`` ends first ends it.

    With ``steps`` alone a run repeats itself; with ``minutes`` the schedule follows the clock.
    """

    rate: float  # the peak learning rate
    minutes: float = math.inf
    steps: int = 10**9
    warmup: int = 100  # steps
    embeddings: float = 1.0  # the rate of word embeddings, as a multiple
    heads: float = 1.0  # the rate of everything outside the body, as a multiple


def train(
    model: nn.Module, batches: Iterator[Any], loss: Callable[[Any], Tensor], plan: Plan, checkpoint: Path
) -> int:
    """Train ``model`` in place and return the number of steps done, those before a resumption included."""
    optimiser = torch.optim.AdamW(_groups(model, plan), betas=_BETAS, weight_decay=_DECAY, fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    step, before = _resume(model, optimiser, checkpoint)
    began = saved = time.monotonic()
    recent: list[float] = []
    model.train()
    for batch in islice(batches, step, None):
        elapsed = before + time.monotonic() - began
        progress = max(elapsed / 60 / plan.minutes, step / plan.steps)
        if progress >= 1:
            break
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * scale(step, progress, plan.warmup)
        with half():
            value = loss(batch)
        recent.append(_step(model, optimiser, value))
        step += 1
        if step % _REPORT == 0:
            mean = sum(recent) / len(recent)
            log.info("step %d, %.0f %%, %.1f min, loss %.4f", step, 100 * progress, elapsed / 60, mean)
            recent.clear()
        if time.monotonic() - saved > _SAVE:
            saved = time.monotonic()
            _save(model, optimiser, checkpoint, step, before + saved - began)
    checkpoint.unlink(missing_ok=True)
    return step


def scale(step: int, progress: float, warmup: int) -> float:
    """The learning rate's factor: a linear rise, then half a cosine down to 3 %."""
    cosine = _LAST + (1 - _LAST) * (1 + math.cos(math.pi * progress)) / 2
    return min(1.0, (step + 1) / warmup) * cosine


def average(first: dict[str, Tensor], second: dict[str, Tensor], weight: float) -> dict[str, Tensor]:
    """``weight`` of the second weights and the rest of the first."""
    return {name: torch.lerp(value.float(), second[name].float(), weight) for name, value in first.items()}


def average_folders(first: Path, second: Path, weight: float, out: Path) -> None:
    """Write the average of two folders' weights, file by file; the rest as in the first."""
    from safetensors.torch import load_file, save_file

    out.mkdir(parents=True, exist_ok=True)
    for file in sorted(first.glob("*.safetensors")):
        weights = load_file(file)
        mean = average(weights, load_file(second / file.name), weight)
        stored = {name: value.to(weights[name].dtype) for name, value in mean.items()}
        save_file(stored, out / file.name, metadata={"format": "pt"})
    for name in ("config.json", "tokenizer.json"):
        (out / name).write_bytes((first / name).read_bytes())


def _groups(model: nn.Module, plan: Plan) -> list[dict[str, Any]]:
    words: list[nn.Parameter] = []
    body: list[nn.Parameter] = []
    heads: list[nn.Parameter] = []
    for name, value in model.named_parameters():
        group = words if "word_embeddings" in name else body if name.startswith("body.") else heads
        group.append(value)
    parts = ((words, plan.embeddings), (body, 1.0), (heads, plan.heads))
    return [{"params": values, "lr": plan.rate * factor} for values, factor in parts if values]


def _step(model: nn.Module, optimiser: torch.optim.Optimizer, value: Tensor) -> float:
    optimiser.zero_grad(set_to_none=True)
    value.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), _CLIP)
    optimiser.step()
    return float(value.detach())


def _save(model: nn.Module, optimiser: torch.optim.Optimizer, file: Path, step: int, elapsed: float) -> None:
    weights = {"model": model.state_dict(), "optimiser": optimiser.state_dict()}
    state = {**weights, "step": step, "elapsed": elapsed}
    fresh = file.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(file)


def _resume(model: nn.Module, optimiser: torch.optim.Optimizer, file: Path) -> tuple[int, float]:
    if not file.exists():
        return 0, 0.0
    state = torch.load(file, weights_only=True)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    log.info("resumed at step %d", state["step"])
    return int(state["step"]), float(state["elapsed"])
