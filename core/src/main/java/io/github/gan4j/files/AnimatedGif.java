package io.github.gan4j.files;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as an animated GIF: greys exactly, colours in the 256 that suit all frames best. */
public final class AnimatedGif {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /** How many times longer the last frame stays, so that the end can be looked at. */
    private static final int LAST_STAYS = 10;

    static {
        ImageIO.setUseCache(false);
    }

    private AnimatedGif() {}

    /**
     * Writes an animation whole or not at all.
     *
     * @param frames at least one; all of one size
     * @param millisPerFrame in steps of 10, at least 20 (viewers slow down anything faster)
     * @param loop whether it starts again at the end
     */
    public static void write(Path target, List<Picture> frames, int millisPerFrame, boolean loop) throws IOException {
        write(target, frames, millisPerFrame, loop, LAST_STAYS);
    }

    /** As {@link #write}, for frames that come back to their beginning: it starts again without a halt. */
    public static void writeLoop(Path target, List<Picture> frames, int millisPerFrame) throws IOException {
        write(target, frames, millisPerFrame, true, 1);
    }

    private static void write(Path target, List<Picture> frames, int millisPerFrame, boolean loop, int lastStays)
            throws IOException {
        if (frames.isEmpty()) throw new IllegalArgumentException("an animation needs at least one frame");
        if (millisPerFrame < 20 || millisPerFrame > 65_535)
            throw new IllegalArgumentException("a frame stays 20 to 65535 milliseconds, got " + millisPerFrame);
        for (Picture frame : frames)
            if (frame.width() != frames.get(0).width()
                    || frame.height() != frames.get(0).height())
                throw new IllegalArgumentException("frames must have one size, got " + frames.get(0) + " and " + frame);
        Palette palette = Palette.of(frames);
        AtomicFile.write(target, out -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.prepareWriteSequence(null);
                for (int i = 0; i < frames.size(); i++) {
                    boolean last = i == frames.size() - 1;
                    int hundredths = millisPerFrame / 10 * (last && frames.size() > 1 ? lastStays : 1);
                    BufferedImage image = indexed(frames.get(i), palette);
                    IIOMetadata timing = timing(writer, image, Math.min(hundredths, 65_535), loop && i == 0);
                    writer.writeToSequence(new IIOImage(image, null, timing), null);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
            }
        });
    }

    private static BufferedImage indexed(Picture frame, Palette palette) {
        IndexColorModel colours = palette.colours();
        byte[] indices = palette.indices(frame);
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(indices, indices.length),
                frame.width(),
                frame.height(),
                frame.width(),
                1,
                new int[] {0},
                null);
        return new BufferedImage(colours, raster, false, null);
    }

    private static IIOMetadata timing(ImageWriter writer, BufferedImage image, int hundredths, boolean repeat)
            throws IOException {
        ImageWriteParam defaults = writer.getDefaultWriteParam();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), defaults);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (repeat) {
            IIOMetadataNode application = new IIOMetadataNode("ApplicationExtension");
            application.setAttribute("applicationID", "NETSCAPE");
            application.setAttribute("authenticationCode", "2.0");
            application.setUserObject(new byte[] {1, 0, 0}); // repeat without end
            child(root, "ApplicationExtensions").appendChild(application);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        if (parent.getElementsByTagName(name).item(0) instanceof IIOMetadataNode present) return present;
        IIOMetadataNode added = new IIOMetadataNode(name);
        parent.appendChild(added);
        return added;
    }
}
