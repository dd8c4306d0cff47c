"""Makes pillow-images.zip: small images in many formats, and what Pillow shows of each (NAME.expected.png).
python3 pillow-images.py    (Pillow 12 and NumPy)"""
import io, struct, zipfile
import numpy as np
from PIL import Image, ImageCms, ImageOps

W, H = 23, 17
OUT = zipfile.ZipFile("pillow-images.zip", "w", zipfile.ZIP_DEFLATED)
SRGB = ImageCms.createProfile("sRGB")


def colours(shift=0):
    y, x = np.mgrid[0:H, 0:W]
    a = np.stack([x * 11, y * 15, 255 - (x * 5 + y * 8 + shift)], 2)
    a[4:9, 3:9] = (230, 20, 40)
    a[10:15, 12:20] = (10, 90, 250 - shift)
    return np.clip(a, 0, 255).astype(np.uint8)


def s15(v):
    return struct.pack(">i", int(round(v * 65536)))


def profile(kind, tags):
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags:
        data += b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", at + len(body), b"lcms", 0x02100000, b"mntr", kind, b"XYZ ")
    head += struct.pack(">6H", 2020, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + s15(.9642) + s15(1) + s15(.8249)
    return head + b"\0" * (128 - len(head)) + struct.pack(">I", len(tags)) + table + body


def xyz(*t):
    return b"XYZ \0\0\0\0" + b"".join(map(s15, t))


def curve(gamma):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, int(gamma * 256)) + b"\0\0"


COMMON = [(b"desc", b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + b"\0" * 79), (b"cprt", b"text\0\0\0\0none\0\0\0\0"), (b"wtpt", xyz(.9642, 1, .8249))]
R, G, B = (.4360, .2225, .0139), (.3851, .7169, .0971), (.1431, .0606, .7139)
SWAPPED = profile(b"RGB ", COMMON + [(b"rXYZ", xyz(*B)), (b"gXYZ", xyz(*G)), (b"bXYZ", xyz(*R))] + [(c + b"TRC", curve(1.8)) for c in (b"r", b"g", b"b")])
GREY = profile(b"GRAY", COMMON + [(b"kTRC", curve(1.4))])
DAMAGED = b"no profile at all" * 9


def shown(file):
    im = Image.open(io.BytesIO(file))
    icc = im.info.get("icc_profile")
    im.load()
    if im.format != "TIFF":  # Pillow turns TIFF by itself
        im = ImageOps.exif_transpose(im)
    if icc and im.mode in ("RGB", "L"):
        try:
            im = ImageCms.profileToProfile(im, ImageCms.ImageCmsProfile(io.BytesIO(icc)), SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass
    if im.mode.startswith("I"):
        im = Image.fromarray(((np.asarray(im).astype(np.uint32) + 128) // 257).astype(np.uint8))
    return im.convert("RGBA")


def keep(name, file):
    expected = io.BytesIO()
    shown(file).save(expected, "PNG")
    OUT.writestr(name, file)
    OUT.writestr(name + ".expected.png", expected.getvalue())


def save(name, image, **how):
    out = io.BytesIO()
    image.save(out, {"jpg": "JPEG", "tif": "TIFF", "pgm": "PPM", "ppm": "PPM", "pbm": "PPM"}.get(name.split(".")[-1], name.split(".")[-1].upper()), **how)
    keep(name, out.getvalue())


rgb = Image.fromarray(colours())
alpha = Image.fromarray(np.linspace(0, 255, W).astype(np.uint8)[None].repeat(H, 0))
grey, rgba = rgb.convert("L"), rgb.copy()
rgba.putalpha(alpha)
both = grey.copy()
both.putalpha(alpha)
palette, one = rgb.convert("P", palette=Image.ADAPTIVE, colors=32), rgb.convert("1")
inks = np.asarray(rgb.convert("CMYK")).copy()
inks[..., 3] = np.linspace(0, 130, W)[None]
inks = Image.fromarray(inks, "CMYK")
deep = Image.fromarray(np.asarray(grey).astype(np.uint16) * 201 + 77)
MODES = {"1": one, "L": grey, "LA": both, "RGB": rgb, "RGBA": rgba, "P": palette, "CMYK": inks, "I16": deep}

for mode in ("1", "L", "LA", "RGB", "RGBA", "P", "I16"):
    save(f"mode-{mode}.png", MODES[mode])
save("mode-P-transparent.png", palette, transparency=3)
for mode in MODES:
    save(f"mode-{mode}.tif", MODES[mode])
    if mode not in ("1", "I16"):
        save(f"mode-{mode}-lzw.tif", MODES[mode], compression="tiff_lzw")
save("mode-1-group4.tif", one, compression="group4")
save("mode-RGB-deflate.tif", rgb, compression="tiff_adobe_deflate")
for mode in ("L", "RGB", "CMYK"):
    save(f"mode-{mode}.jpg", MODES[mode], quality=95)
save("sampled-420.jpg", rgb, quality=90, subsampling=2)
save("sampled-422.jpg", rgb, quality=90, subsampling=1)
save("progressive.jpg", rgb, quality=90, progressive=True)
save("not-luminance.jpg", rgb, quality=95, keep_rgb=True)
ycc = np.asarray(Image.fromarray(np.asarray(inks)[..., :3]).convert("YCbCr"))  # Adobe's luminance is that of the inks as colours
out = io.BytesIO()
Image.fromarray(np.dstack([255 - ycc, np.asarray(inks)[..., 3]]), "CMYK").save(out, "JPEG", quality=95)
ycck = bytearray(out.getvalue())
ycck[ycck.index(b"Adobe") + 11] = 2
keep("mode-YCCK.jpg", bytes(ycck))
for mode in ("L", "LA", "RGB", "RGBA"):
    save(f"lossless-{mode}.webp", MODES[mode], lossless=True, exact=True)
    for quality in (10, 50, 90):
        save(f"lossy-{quality}-{mode}.webp", MODES[mode], quality=quality)
for quality in (20, 80):
    save(f"lossy-{quality}-fast.webp", rgb, quality=quality, method=0)
save("animated-lossy.webp", rgb, save_all=True, append_images=[grey.convert("RGB")])
save("animated.webp", rgb, save_all=True, append_images=[grey.convert("RGB")], lossless=True)
for mode, end in (("1", "pbm"), ("L", "pgm"), ("RGB", "ppm"), ("I16", "pgm")):
    save(f"mode-{mode}.{end}", MODES[mode])
keep("plain.ppm", ("P3 # plain\n%d %d\n255\n" % (W, H) + "\n".join(" ".join(map(str, row.ravel())) for row in colours()) + "\n").encode())
keep("plain.pgm", ("P2\n%d %d\n255\n" % (W, H) + "\n".join(" ".join(map(str, row)) for row in np.asarray(grey)) + "\n").encode())
for mode in ("1", "L", "RGB", "P"):
    save(f"mode-{mode}.bmp", MODES[mode])
for mode in ("L", "P"):
    save(f"mode-{mode}.gif", MODES[mode])
save("transparent.gif", palette, transparency=2)
save("animated.gif", palette, save_all=True, append_images=[grey.convert("P")], duration=50)
out = io.BytesIO()
palette.save(out, "GIF")
small = bytearray(out.getvalue())
small[6:10] = struct.pack("<HH", W + 9, H + 5)
keep("small-frame.gif", bytes(small))

for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    save(f"turned-{orientation}.jpg", rgb, quality=95, subsampling=0, exif=exif)
    save(f"turned-{orientation}.png", rgba, exif=exif)
    save(f"turned-{orientation}.webp", rgba, lossless=True, exact=True, exif=exif)
    save(f"turned-{orientation}.tif", rgb, exif=exif)
for end, how in (("jpg", dict(quality=95, subsampling=0)), ("png", {}), ("webp", dict(lossless=True)), ("tif", {})):
    save(f"swapped-profile.{end}", rgb, icc_profile=SWAPPED, **how)
    save(f"damaged-profile.{end}", rgb, icc_profile=DAMAGED, **how)
    save(f"srgb-profile.{end}", rgb, icc_profile=ImageCms.ImageCmsProfile(SRGB).tobytes(), **how)
    if end != "webp":
        save(f"grey-profile.{end}", grey, icc_profile=GREY, **{k: v for k, v in how.items() if k != "subsampling"})
OUT.close()
