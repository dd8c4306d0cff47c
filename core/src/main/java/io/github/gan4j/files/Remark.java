package io.github.gan4j.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people should know of an image that was read, since the picture differs from the file. */
public enum Remark {
    FRAMES("more than one frame or page; the first is read"),
    DEEP("more than 8 bits a channel; rounded to 8"),
    DARK("16 bits a channel, but no value above 16 383 of 65 535, so dark or nearly black; multiply the values of 10,"
            + " 12 or 14 bits"),
    BLACK("grey without a value above 15 of 255, so nearly black; multiply the values of a mask, which number classes"),
    TURNED("turned upright, as the orientation in the file says"),
    PROFILE("colours converted to sRGB from the colour profile in the file"),
    PROFILE_IGNORED("a colour profile that is damaged or does not fit the image; ignored"),
    PRINT_PROFILE("a CMYK profile, which is ignored; colours are what the inks let through");

    /** The largest value, of 255, of a grey image that is {@link #BLACK}: as many classes as four bits number. */
    public static final int MOST_BLACK = 15;

    private final String words;

    Remark(String words) {
        this.words = words;
    }

    /**
     * One line for each kind of remark: {@code a.png and 2 more images: turned upright, …}.
     *
     * @param names of the images
     * @param remarks about each
     */
    public static List<String> lines(List<String> names, List<Set<Remark>> remarks) {
        Map<Remark, List<String>> named = new EnumMap<>(Remark.class);
        for (int i = 0; i < names.size(); i++)
            for (Remark remark : remarks.get(i))
                named.computeIfAbsent(remark, each -> new ArrayList<>()).add(names.get(i));
        // one dark picture among others is no mask
        if (2 * named.getOrDefault(BLACK, List.of()).size() < names.size()) named.remove(BLACK);
        return named.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(Remark remark, List<String> names) {
        int more = names.size() - 1;
        String others = more == 0 ? "" : " and " + more + (more == 1 ? " more image" : " more images");
        return names.get(0) + others + ": " + remark.words;
    }
}
