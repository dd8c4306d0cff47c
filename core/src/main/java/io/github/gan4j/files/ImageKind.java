package io.github.gan4j.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What a file that may be an image is by its first bytes, whatever its name says. */
public enum ImageKind {
    PNG("PNG", Use.READ, Magic.starts("\u0089PNG\r\n\u001a\n")),
    JPEG("JPEG", Use.READ, Magic.starts("\u00ff\u00d8\u00ff")),
    GIF("GIF", Use.READ, Magic.starts("GIF87a", "GIF89a")),
    BMP("BMP", Use.READ, ImageKind::isBmp),
    CAMERA_RAW(
            "camera raw",
            Use.SHOWN,
            Magic.starts("IIRO", "IIRS", "MMOR", "IIU\0", "FUJIFILMCCD-RAW")
                    .or(head -> Magic.starts("II*\0", "MM\0*").test(head) && Magic.at(head, 8, "CR"))
                    .or(head -> Magic.at(head, 4, "ftypcrx"))),
    TIFF("TIFF", Use.READ, Magic.starts("II*\0", "MM\0*")),
    WEBP("WebP", Use.READ, head -> Magic.starts("RIFF").test(head) && Magic.at(head, 8, "WEBP")),
    PNM("PNM", Use.READ, ImageKind::isPnm),
    BIG_TIFF("BigTIFF", Use.SHOWN, Magic.starts("II+\0", "MM\0+")),
    AVIF("AVIF", Use.SHOWN, head -> Magic.at(head, 4, "ftyp") && brands(head).contains("avi")),
    HEIC(
            "HEIC",
            Use.SHOWN,
            head -> Magic.at(head, 4, "ftyp") && brands(head).matches("(?s).*(hei[cxms]|hev[cxms]|mif1|msf1).*")),
    JPEG_XL("JPEG XL", Use.SHOWN, Magic.starts("\u00ff\n", "\0\0\0\fJXL ")),
    JPEG_2000("JPEG 2000", Use.SHOWN, Magic.starts("\0\0\0\fjP  ", "\u00ff\u004f\u00ff\u0051")),
    PHOTOSHOP("Photoshop", Use.SHOWN, Magic.starts("8BPS")),
    GIMP("GIMP", Use.SHOWN, Magic.starts("gimp xcf")),
    OPEN_EXR("OpenEXR", Use.SHOWN, Magic.starts("v/1\u0001")),
    RADIANCE("Radiance HDR", Use.SHOWN, Magic.starts("#?RADIANCE", "#?RGBE")),
    PFM("PFM", Use.SHOWN, Magic.starts("PF\n", "Pf\n")),
    QOI("QOI", Use.SHOWN, Magic.starts("qoif")),
    DDS("DDS", Use.SHOWN, Magic.starts("DDS |")),
    DICOM("DICOM", Use.SHOWN, head -> Magic.at(head, 128, "DICM")),
    ICON("Windows icon", Use.OTHER_IMAGE, Magic.starts("\0\0\u0001\0")),
    SVG(
            "SVG",
            Use.OTHER_IMAGE,
            head -> text(head).startsWith("<svg") || text(head).contains("<svg ")),
    EMPTY("empty (0 bytes)", Use.NONE, head -> head.length == 0),
    LFS_POINTER(
            "a Git LFS pointer and not the image itself (git lfs pull fetches it)",
            Use.NONE,
            Magic.starts("version https://git-lfs")),
    WEB_PAGE("an HTML page, not an image", Use.NONE, head -> text(head)
            .replaceFirst("(?s)^<\\?xml.*?\\?>\\s*", "")
            .matches("(?s)(<!--.*-->\\s*)?<(!doctype html|html|head|body|script)\\b.*")),
    PDF("a PDF document, not an image", Use.NONE, Magic.starts("%PDF")),
    ARCHIVE("an archive, not an image", Use.NONE, Magic.starts("PK\3\4", "\u001f\u008b", "7z\u00bc\u00af", "Rar!")),
    VIDEO(
            "a video, not an image",
            Use.NONE,
            head -> Magic.at(head, 4, "ftyp")
                    || Magic.starts("\u001a\u0045\u00df\u00a3").test(head)),
    ZEROS("filled with zero bytes, as a file whose contents never arrived", Use.NONE, Magic::isZero),
    TEXT("text, not an image", Use.NONE, ImageKind::isText),
    UNKNOWN("not an image of a known format (" + ImageFile.FORMATS + " are read)", Use.NONE, head -> true);

    /** How many bytes from the beginning of a file decide. */
    public static final int HEAD = 512;

    private static final Set<Integer> BMP_HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);

    private enum Use {
        /** An image that is read. */
        READ,
        /** An image that people keep among the others, but that is not read. */
        SHOWN,
        /** An image that lies among others for another reason. */
        OTHER_IMAGE,
        NONE
    }

    private final String words;
    private final Use use;
    private final Predicate<byte[]> matcher;

    ImageKind(String words, Use use, Predicate<byte[]> matcher) {
        this.words = words;
        this.use = use;
        this.matcher = matcher;
    }

    /** @param head the first {@link #HEAD} bytes of a file, or all of a shorter one */
    public static ImageKind of(byte[] head) {
        for (ImageKind kind : values()) if (kind.matches(head)) return kind;
        return UNKNOWN;
    }

    /** Whether a file may be of this kind; one that comes before it in the list may match as well. */
    public boolean matches(byte[] head) {
        return matcher.test(head.length > HEAD ? Arrays.copyOf(head, HEAD) : head);
    }

    /** Whether images of this kind are read. */
    public boolean isRead() {
        return use == Use.READ;
    }

    /** Whether a file of this kind counts as an image whatever its name is. */
    public boolean isImage() {
        return use == Use.READ || use == Use.SHOWN;
    }

    /** For images: {@code PNG}. */
    String format() {
        return words;
    }

    /** In words that go after "is": {@code a HEIC image, which is not read (PNG, … are)}. */
    public String says() {
        if (use == Use.NONE) return words;
        String article = "AEIO".indexOf(words.charAt(0)) >= 0 ? "an " : "a ";
        return article + words + " image" + (isRead() ? "" : ", which is not read (" + ImageFile.FORMATS + " are)");
    }

    /** Two letters are not enough: the size of the second header has to be one of those that there are. */
    private static boolean isBmp(byte[] head) {
        return Magic.at(head, 0, "BM")
                && head.length > 18
                && BMP_HEADERS.contains(head[14] & 0xff)
                && head[15] == 0
                && head[16] == 0
                && head[17] == 0;
    }

    private static boolean isPnm(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        return text.matches("(?s)P[1-6]\\s+[0-9#].*|P7\\n[A-Z#].*");
    }

    /** The brands of a file of boxes, as HEIC and AVIF are. */
    private static String brands(byte[] head) {
        int length = Math.min(head.length, Math.max(12, (head[2] & 0xff) << 8 | head[3] & 0xff));
        return new String(head, 8, Math.max(0, length - 8), StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.replaceFirst("^\ufeff", "").stripLeading().toLowerCase(Locale.ROOT);
    }

    private static boolean isText(byte[] head) {
        for (byte each : head)
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t' && each != '\f') return false;
        // the head may end within a letter
        return !new String(head, 0, Math.max(0, head.length - 3), StandardCharsets.UTF_8).contains("\ufffd");
    }
}
