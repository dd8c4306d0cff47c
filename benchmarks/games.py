"""One step of a game in PyTorch, as `benchmarks/run games` asks for it: the same networks, optimizer, batch and losses.

Reads the game as one line of JSON, then a count of steps a line, and answers each with the wall and processor seconds they took.
The layers are those of Blueprint.java.
"""

import json
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


class Basis(nn.Module):
    def __init__(self, inputs, channels, side):
        super().__init__()
        self.image = nn.Parameter(torch.randn(channels, side, side))
        self.weight = nn.Parameter(torch.randn(channels, inputs) / inputs**0.5)

    def forward(self, x):
        return F.linear(x, self.weight)[:, :, None, None] * self.image


class Shortcut(nn.Module):
    def __init__(self, correction):
        super().__init__()
        self.correction = correction

    def forward(self, x):
        return x + self.correction(x)


class Resized(nn.Module):
    def __init__(self, side):
        super().__init__()
        self.side = side

    def forward(self, x):
        return F.interpolate(x, size=(self.side, self.side), mode="bilinear", align_corners=False)


def layer(word, n):
    if word == "linear":
        return nn.Linear(n[0], n[1], bias=n[2] == 1)
    if word == "convolution":
        return nn.Conv2d(n[0], n[1], n[2], n[3], n[4], groups=n[5], bias=n[6] == 1)
    if word == "transposed":
        return nn.ConvTranspose2d(n[0], n[1], n[2], n[3], n[4], n[5], bias=n[6] == 1)
    if word == "normalisation":
        return nn.BatchNorm2d(n[0])
    if word == "reshape":
        return nn.Unflatten(1, n)
    if word == "basis":
        return Basis(*n)
    if word == "resize":
        return Resized(n[0])
    return {"flatten": nn.Flatten, "relu": nn.ReLU, "leaky": lambda: nn.LeakyReLU(0.2), "tanh": nn.Tanh, "sigmoid": nn.Sigmoid}[word]()


def network(lines):
    layers, inner, left = [], [], 0
    for line in lines:
        word, *numbers = line.split()
        numbers = [int(n) for n in numbers]
        if word == "residual":
            left = numbers[0]
        elif left:
            inner.append(layer(word, numbers))
            left -= 1
            if not left:
                layers.append(Shortcut(nn.Sequential(*inner)))
                inner = []
        else:
            layers.append(layer(word, numbers))
    made = nn.Sequential(*layers)
    for one in made.modules():
        if isinstance(one, (nn.Conv2d, nn.ConvTranspose2d)):
            nn.init.normal_(one.weight, 0, 0.02)
    return made


def optimizer(game, learner):
    if game["momentum"] > 0:
        return torch.optim.SGD(learner.parameters(), lr=0.01, momentum=game["momentum"], nesterov=True)
    return torch.optim.Adam(learner.parameters(), lr=2e-4, betas=(0.5, 0.999))


class Game:
    def __init__(self, game):
        torch.set_num_threads(1)
        torch.set_flush_denormal(True)
        self.game = game
        self.g, self.d = network(game["generator"]), network(game["discriminator"])
        self.og, self.od = optimizer(game, self.g), optimizer(game, self.d)
        self.reals = torch.rand(game["batch"], *game["sample"]) * 2 - 1
        self.steps = 0

    def latents(self):
        return torch.randn(self.game["batch"], self.game["latents"])

    def squares(self, samples, scores):
        gradient = torch.autograd.grad(scores.sum(), samples, create_graph=True)[0]
        return gradient.flatten(1).square().sum(1).mean() / 2

    def step(self):
        self.steps += 1
        learns = self.steps % self.game["turns"] == 0
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.game["bf16"]):
            if learns and self.game["turns"] == 1:
                fakes = self.g(self.latents())
            else:
                with torch.no_grad():
                    fakes = self.g(self.latents())
            reals, shown = self.reals, fakes.detach()
            if self.game["penalty"]:
                reals, shown = reals.detach().requires_grad_(), shown.float().requires_grad_()
            real, fake = self.d(reals).float(), self.d(shown).float()
            loss = F.softplus(-real).mean() + F.softplus(fake).mean()
            if self.game["penalty"]:
                loss = loss + self.squares(reals, real) + self.squares(shown, fake)
            self.od.zero_grad(set_to_none=True)
            loss.backward()
            self.od.step()
        if not learns:
            return
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.game["bf16"]):
            if self.game["turns"] > 1:
                fakes = self.g(self.latents())
            self.og.zero_grad(set_to_none=True)
            F.softplus(-self.d(fakes).float()).mean().backward()
            self.og.step()


def main():
    game = Game(json.loads(sys.stdin.readline()))
    print("PyTorch " + torch.__version__, flush=True)
    for line in sys.stdin:
        wall, processor = time.perf_counter(), time.process_time()
        for _ in range(int(line)):
            game.step()
        print(time.perf_counter() - wall, time.process_time() - processor, flush=True)


if __name__ == "__main__":
    main()
