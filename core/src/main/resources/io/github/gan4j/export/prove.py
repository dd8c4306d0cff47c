"""Runs the network of a folder on inputs from a file and writes what comes out: prove.py FOLDER INPUTS OUTPUT"""
import json
import pathlib
import struct
import sys

import torch

sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
from load import Network  # noqa: E402

data = pathlib.Path(sys.argv[2]).read_bytes()
start = 8 + struct.unpack("<Q", data[:8])[0]
inputs = []
for name, row in sorted(json.loads(data[8:start]).items()):
    begin, end = (start + place for place in row["data_offsets"])
    kind = torch.int64 if row["dtype"] == "I64" else torch.float32
    inputs.append(torch.frombuffer(bytearray(data[begin:end]), dtype=kind).reshape(row["shape"]))
with torch.no_grad():
    out = Network(pathlib.Path(sys.argv[1]))(*inputs).contiguous()
pathlib.Path(sys.argv[3]).write_bytes(struct.pack(f"<{out.numel()}f", *out.reshape(-1).tolist()))
