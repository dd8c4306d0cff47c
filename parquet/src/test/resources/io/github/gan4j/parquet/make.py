"""Writes the Parquet files beside it with pyarrow, as Hugging Face's datasets and others write them."""
import io, json, os
import pyarrow as pa
import pyarrow.parquet as pq
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))


def png(shade, size=(6, 6), colour=False):
    out = io.BytesIO()
    Image.new("RGB" if colour else "L", size, (shade, 10, 20) if colour else shade).save(out, "PNG")
    return out.getvalue()


def file(image, path=None):
    return {"bytes": image, "path": path}


FILE = pa.struct([("bytes", pa.binary()), ("path", pa.string())])
NAMES = ["cat", "dog", "emu 🦤"]


def features(**columns):
    return {"huggingface": json.dumps({"info": {"features": columns}})}


def classes(names=NAMES):
    return {"names": names, "_type": "ClassLabel"}


def write(name, columns, metadata=None, **options):
    table = pa.table(columns)
    table = table.replace_schema_metadata(metadata)
    options.setdefault("compression", "snappy")
    pq.write_table(table, os.path.join(HERE, name), **options)


def hugging_face(shades, labels):
    return {
        "image": pa.array([file(png(s), f"{s}.png") for s in shades], FILE),
        "label": pa.array(labels, pa.int64()),
    }


image = features(image={"_type": "Image"}, label=classes())
write("train-00000-of-00002.parquet", hugging_face(range(0, 70, 10), [0, 1, 2, 0, 1, 2, 0]), image, row_group_size=3)
write("train-00001-of-00002.parquet", hugging_face(range(100, 130, 10), [2, 2, 1]), image)
write("test-00000-of-00001.parquet", hugging_face([200, 210], [1, 0]), image)
write("validation-00000-of-00001.parquet", hugging_face([220], [0]), image)
write(
    "binary.parquet",
    {
        "id": pa.array([7, 8, 9], pa.int32()),
        "img": pa.array([png(1), png(2), png(3, colour=True)], pa.large_binary()),
        "class": pa.array(["small dog", "Ärger", "small dog"]),
    },
    compression="zstd",
)
write(
    "odd.parquet",
    {
        "image": pa.array(
            [file(png(1)), None, file(None, "elsewhere/2.png"), file(b"no image"), file(png(5, (9, 7)))], FILE
        ),
        "mask": pa.array([file(png(0))] * 5, FILE),
        "label": pa.array([[0], [1, 2], [], None, [0]], pa.list_(pa.int64())),
        "caption": pa.array(["a", "b", "c", "d", "e"]),
    },
    compression="gzip",
    data_page_version="2.0",
)
write(
    "cifar.parquet",
    {
        "img": pa.array([file(png(s)) for s in (9, 8, 7)], FILE),
        "fine_label": pa.array([2, 0, 1], pa.int64()),
        "coarse_label": pa.array([1, 0, 1], pa.int64()),
    },
    features(fine_label=classes(), coarse_label=classes(["pet", "bird"])),
    data_page_version="2.0",
)
write("hidden.parquet", hugging_face([1, 2, 3], [0, -1, None]), image)
write("beyond.parquet", hugging_face([1, 2], [0, 3]), image)
write("text.parquet", {"text": pa.array(["a", "b"]), "tokens": pa.array([[1], [2]]), "loss": pa.array([0.5, 1.5])})
write("lz4.parquet", hugging_face([1, 2], [0, 1]), compression="lz4")
write("delta.parquet", {"image": pa.array([png(1), png(2)])}, use_dictionary=False, column_encoding="DELTA_BYTE_ARRAY")
write("fractions.parquet", {"image": pa.array([png(1), png(2)]), "label": pa.array([0.5, 1.5])})
write("flags.parquet", {"image": pa.array([png(1), png(2)]), "label": pa.array([True, False])}, use_dictionary=False)
