"""Rebuilds the network from config.json and model.safetensors beside this file: from load import Network; Network()(...)"""
import json
import pathlib
import struct

import torch

TYPES = {"F32": torch.float32, "F16": torch.float16}


class Network(torch.nn.Module):
    def __init__(self, folder=pathlib.Path(__file__).parent):
        super().__init__()
        self.config = json.loads((pathlib.Path(folder) / "config.json").read_text(encoding="utf-8"))
        data = (pathlib.Path(folder) / "model.safetensors").read_bytes()
        start = 8 + struct.unpack("<Q", data[:8])[0]
        for name, row in json.loads(data[8:start]).items():
            if name != "__metadata__":
                begin, end = (start + place for place in row["data_offsets"])
                numbers = torch.frombuffer(bytearray(data[begin:end]), dtype=TYPES[row["dtype"]])
                learned = torch.nn.Parameter(numbers.reshape(row["shape"]).float(), requires_grad="running_" not in name)
                self.register_parameter(name.replace(".", "/"), learned)

    def forward(self, *inputs):
        values = {port["name"]: value for port, value in zip(self.config["inputs"], inputs)}
        values.update((name.replace("/", "."), value) for name, value in self.named_parameters())

        def given(argument):
            if isinstance(argument, list) and argument and isinstance(argument[0], str):
                return [values[name] for name in argument]
            return values[argument] if isinstance(argument, str) else argument

        for result, operator, arguments in self.config["calls"]:
            named = {name: value for each in arguments if isinstance(each, dict) for name, value in each.items()}
            values[result] = getattr(torch.ops.aten, operator)(*(given(a) for a in arguments if not isinstance(a, dict)), **named)
        return values[result]
