"""Writes the files of this folder with PyTorch (made with 1.13): python3 make.py"""
import json
import torch
from torch import nn

torch.manual_seed(1)
NZ, WIDTH = 4, 2


class Generator(nn.Module):
    """That of the DCGAN tutorial, 64x64 grey, narrow."""

    def __init__(self):
        super().__init__()
        layers, inputs = [], NZ
        for outputs, stride, padding in ((8, 1, 0), (4, 2, 1), (2, 2, 1), (1, 2, 1)):
            layers += [nn.ConvTranspose2d(inputs, outputs * WIDTH, 4, stride, padding, bias=False),
                       nn.BatchNorm2d(outputs * WIDTH), nn.ReLU(True)]
            inputs = outputs * WIDTH
        self.main = nn.Sequential(*layers, nn.ConvTranspose2d(inputs, 1, 4, 2, 1, bias=False), nn.Tanh())

    def forward(self, z):
        return self.main(z)


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        layers, inputs = [nn.Conv2d(1, WIDTH, 4, 2, 1, bias=False), nn.LeakyReLU(0.2)], WIDTH
        for outputs in (4, 8, 16):
            layers += [nn.Conv2d(inputs, outputs, 4, 2, 1, bias=False), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2)]
            inputs = outputs
        self.main = nn.Sequential(*layers, nn.Conv2d(inputs, 1, 4, 1, 0, bias=False))

    def forward(self, x):
        return self.main(x)


def warmed(network, inputs):
    """Statistics of batch normalisation that are not 0 and 1."""
    with torch.no_grad():
        for _ in range(20):
            network(inputs())
    return network.eval()


g = warmed(Generator(), lambda: torch.randn(8, NZ, 1, 1))
d = warmed(Discriminator(), lambda: torch.rand(8, 1, 64, 64) * 2 - 1)
torch.save(g.state_dict(), "netG.pth")
torch.save(d.state_dict(), "netD.pth")
z = torch.randn(2, NZ)
with torch.no_grad():
    images = g(z.view(2, NZ, 1, 1))
    scores = d(images).flatten()
with open("dcgan.json", "w") as out:
    json.dump({"latents": z.flatten().tolist(), "every": 61, "pixels": images.flatten()[::61].tolist(),
               "scores": scores.tolist()}, out)

grid = torch.arange(12.).reshape(3, 4)
torch.save({
    "model": {"weight": grid, "transposed": grid.t(), "row": grid[1], "column": grid[:, 2], "step": grid[::2, 1:3]},
    "half": torch.tensor([1.5, -2, 6e-8, 65504, float("inf")], dtype=torch.float16),
    "bfloat16": torch.tensor([1.5, -2, 3e38], dtype=torch.bfloat16),
    "double": torch.tensor([0.1], dtype=torch.float64),
    "long": torch.tensor(7),
    "parameter": nn.Parameter(torch.ones(2)),
    "empty": torch.zeros(0, 3),
    "list": [torch.ones(1), (torch.zeros(1), "text", 3, 2.5, None, True)],
    "epoch": 12, "loss": 0.5, "name": "text",
}, "everything.pth")
torch.save({"weight": torch.ones(2)}, "legacy.pth", _use_new_zipfile_serialization=False)
torch.save(nn.Linear(1, 1), "module.pth")
