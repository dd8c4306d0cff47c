package io.github.gan4j.files;

import com.twelvemonkeys.imageio.plugins.pnm.PNMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.github.gan4j.files.JpegSegments.Colours;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * One image file of a kind that is read. The readers give the numbers as they are stored; what they mean (palettes, print
 * colours, profiles, orientation, a place on a screen) is decided here and in {@link Developing}, alike for all formats.
 */
final class ImageDecoder {
    /** No format packs more pixels into a byte (a deflated PNG of one bit per pixel comes to about 8200). */
    private static final long MOST_PIXELS_PER_BYTE = 16_384;

    /** Bytes of a pixel's layers, and of one copy that is cropped, turned or laid over white. */
    private static final int LAYERS = 6;

    private final ImageKind kind;
    private final byte[] file;
    private final String name;
    /** Of a PNM file; of others nothing to scale. */
    private final PnmSamples samples;

    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);

    /** What an image comes to. */
    record Decoded(Layers layers, Set<Remark> remarks) {}

    /** @throws IOException in one line that says what the file is, where it is no image of a kind that is read */
    ImageDecoder(byte[] file, String name) throws IOException {
        this.file = file;
        this.name = name;
        kind = ImageKind.of(file);
        if (!kind.isRead()) throw new IOException(name + ": is " + kind.says());
        samples = kind == ImageKind.PNM ? PnmSamples.of(file) : new PnmSamples(file, 0);
    }

    /** How many pixels the file claims to have; nothing is decoded. */
    long pixels() throws IOException {
        return reading(this::claimed);
    }

    /** How many bytes of memory decoding takes, by what the file claims. */
    long memory() throws IOException {
        return Math.addExact(2L * file.length, pixels() * (facts().rasterBytes() + LAYERS));
    }

    Decoded decoded() throws IOException {
        ImageFacts facts = facts();
        Layers layers = reading(reader -> {
            claimed(reader);
            AtomicBoolean cutShort = new AtomicBoolean();
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.startsWith("Truncated") || warning.contains("premature end")) cutShort.set(true);
            });
            Layers read = layers(reader, facts);
            if (cutShort.get()) throw new Refused(name + ": a " + kind.format() + " image that is cut short");
            return read;
        });
        if (facts.frames() > 1) remarks.add(Remark.FRAMES);
        if (facts.orientation() > 1) remarks.add(Remark.TURNED);
        return new Decoded(layers.turned(facts.orientation()), remarks);
    }

    /** Damaged metadata is as good as none. */
    private ImageFacts facts() {
        return switch (kind) {
            case PNG -> PngChunks.of(file);
            case JPEG -> JpegSegments.of(file).facts();
            case GIF -> GifBlocks.of(file).facts();
            case BMP -> BmpHeader.of(file);
            case TIFF -> TiffPixels.facts(TiffTags.of(file));
            case WEBP -> WebpChunks.of(file).facts();
            default -> ImageFacts.plain(6);
        };
    }

    private interface Reading<T> {
        T by(ImageReader reader) throws IOException;
    }

    private <T> T reading(Reading<T> reading) throws IOException {
        try (ImageInputStream input = input()) {
            ImageReader reader = reader();
            try {
                reader.setInput(input, true, true);
                return reading.by(reader);
            } catch (Refused e) {
                throw e;
            } catch (IOException | RuntimeException e) { // decoders of damaged files throw both
                throw new IOException(
                        name + ": a " + kind.format() + " image that cannot be decoded (" + Reason.of(e) + ")", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private ImageInputStream input() {
        if (kind == ImageKind.PNM) return new ByteImageStream(samples.file());
        if (kind != ImageKind.WEBP) return new ByteImageStream(file);
        WebpChunks webp = WebpChunks.of(file);
        return new ByteImageStream(webp.still(), webp.lossy().isEmpty());
    }

    /** The JDK's readers where it has one, whatever else lies on the class path; for JPEG one that takes more files. */
    private ImageReader reader() throws IOException {
        if (kind == ImageKind.WEBP) return new WebPImageReaderSpi().createReaderInstance(null);
        if (kind == ImageKind.PNM) return new PNMImageReaderSpi().createReaderInstance(null);
        String wanted = kind == ImageKind.JPEG ? "com.twelvemonkeys." : "com.sun.imageio.";
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.format().toLowerCase(Locale.ROOT));
        ImageReader first = readers.next();
        while (!first.getClass().getName().startsWith(wanted) && readers.hasNext()) first = readers.next();
        return first;
    }

    /** The pixels that the header tells of, before anything is decoded. */
    private long claimed(ImageReader reader) throws IOException {
        int width = reader.getWidth(0), height = reader.getHeight(0);
        if (kind == ImageKind.GIF) {
            GifBlocks gif = GifBlocks.of(file);
            width = Math.max(width, gif.width());
            height = Math.max(height, gif.height());
        } else if (kind == ImageKind.WEBP) {
            WebpChunks webp = WebpChunks.of(file);
            if (webp.fault().isPresent())
                throw new Refused(name + ": " + webp.fault().get());
            width = Math.max(webp.width(), webp.picture().width());
            height = Math.max(webp.height(), webp.picture().height());
            if (webp.lossy().isPresent() && !Vp8Planes.mayHold(webp.lossy().get()))
                throw new Refused(name + ": claims more pixels than its " + file.length + " bytes can hold");
        }
        long pixels = (long) width * height;
        String claim = name + ": claims " + width + "x" + height + " pixels";
        if (width < 1 || height < 1 || pixels > ImageFile.MOST_PIXELS)
            throw new Refused(claim + "; an image has at least 1 and at most " + ImageFile.MOST_PIXELS);
        if (pixels > MOST_PIXELS_PER_BYTE * file.length)
            throw new Refused(claim + " in a file of " + file.length + " bytes");
        return pixels;
    }

    private Layers layers(ImageReader reader, ImageFacts facts) throws IOException {
        return switch (kind) {
            case JPEG -> jpeg(reader, facts);
            case WEBP -> webp(reader, facts);
            case TIFF -> tiff(reader, facts);
            case PNM -> {
                BufferedImage image = reader.read(0);
                samples.scale(image.getRaster());
                yield developed(image, facts);
            }
            case GIF -> {
                GifBlocks gif = GifBlocks.of(file);
                yield developed(reader.read(0), facts)
                        .placed(gif.width(), gif.height(), gif.left(), gif.top(), gif.background());
            }
            default -> developed(reader.read(0), facts);
        };
    }

    /** The raster alone, since readers differ in what they make of print colours and profiles. */
    private Layers jpeg(ImageReader reader, ImageFacts facts) throws IOException {
        Colours colours = JpegSegments.of(file).colours();
        Raster raster = reader.readRaster(0, null);
        if (raster.getNumBands() != colours.channels())
            throw new Refused(name + ": a JPEG image of " + raster.getNumBands() + " channels");
        return developed(raster, colours, true, false, false, Optional.empty(), facts);
    }

    private Layers tiff(ImageReader reader, ImageFacts facts) throws IOException {
        TiffTags tags = TiffTags.of(file);
        Optional<String> unread = TiffPixels.unread(tags);
        if (unread.isPresent()) throw new Refused(name + ": is " + unread.get());
        BufferedImage image = reader.read(0);
        if (image.getColorModel() instanceof IndexColorModel) return developed(image, facts);
        Colours colours = Colours.of(image.getColorModel().getColorSpace().getNumComponents());
        int extra = tags.number(TiffTags.EXTRA_SAMPLES, 0);
        boolean alpha = extra > 0 && image.getRaster().getNumBands() > colours.channels();
        return developed(image.getRaster(), colours, false, alpha, extra == 1, Optional.empty(), facts);
    }

    private Layers webp(ImageReader reader, ImageFacts facts) throws IOException {
        WebpChunks webp = WebpChunks.of(file);
        Layers layers = developed(reader.read(0), facts);
        if (webp.lossy().isPresent()) {
            Raster colours = Vp8Planes.raster(
                    webp.lossy().get(),
                    layers.picture().width(),
                    layers.picture().height());
            Picture picture = developed(colours, Colours.RGB, false, false, false, Optional.empty(), facts)
                    .picture();
            layers = new Layers(picture, layers.opacity());
        }
        return webp.width() == 0
                ? layers
                : layers.placed(webp.width(), webp.height(), webp.left(), webp.top(), Optional.empty());
    }

    private Layers developed(BufferedImage image, ImageFacts facts) {
        return Developing.of(image, facts.profile(), remarks).layers();
    }

    private Layers developed(
            Raster raster,
            Colours colours,
            boolean inverted,
            boolean alpha,
            boolean premultiplied,
            Optional<IndexColorModel> palette,
            ImageFacts facts) {
        return new Developing(raster, colours, inverted, alpha, premultiplied, palette, facts.profile(), remarks)
                .layers();
    }

    /** An error that is already worded for the user. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
