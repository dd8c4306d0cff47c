package io.github.gan4j.cli.terminal;

import io.github.gan4j.game.Belief;
import io.github.gan4j.numbers.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The status of a training, as text.
 *
 * @param share done, from 0 to 1
 * @param seconds of training, including earlier parts of a resumed run
 * @param noun what one sample is: image, point or number
 * @param speed samples per second in this process; empty in the first step
 */
public record TrainingStatus(
        double share,
        double seconds,
        long images,
        String noun,
        OptionalDouble speed,
        OptionalDouble discriminatorLoss,
        OptionalDouble generatorLoss,
        Optional<Belief> belief) {
    /** What the numbers of a line mean. */
    static final List<String> LEGEND = List.of(
            "D, G            losses of discriminator and generator",
            "p_real, p_fake  mean probability of being real that D gives real and generated",
            "                samples; 0.5 each if D cannot tell them apart");

    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 3;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    /** A line for a file: the clock, then everything that is known. */
    String line() {
        return "%6s  %3.0f%%  %s".formatted(clock(seconds), 100 * share, numbers(true));
    }

    /**
     * A line that fits the terminal: where it is too narrow, the images are left out, then the bar is shortened and left out.
     *
     * @param blocks whether the terminal can show Unicode block characters
     */
    String bar(int columns, boolean blocks) {
        String percent = "%3.0f%% ".formatted(100 * share);
        int withImages = columns - percent.length() - numbers(true).length() - 3;
        String numbers = numbers(withImages >= LONGEST_BAR / 2);
        int room = Math.min(LONGEST_BAR, columns - percent.length() - numbers.length() - 3);
        return room < SHORTEST_BAR ? percent + numbers : percent + "|" + filled(room, blocks) + "| " + numbers;
    }

    private String filled(int room, boolean blocks) {
        int eighths = (int) Math.round(8.0 * room * share);
        String full = (blocks ? "█" : "#").repeat(eighths / 8);
        String part = eighths / 8 == room ? "" : blocks ? EIGHTHS.substring(eighths % 8, eighths % 8 + 1) : " ";
        return full + part + " ".repeat(room - full.length() - part.length());
    }

    private String numbers(boolean withImages) {
        String left = share > 0 ? clock(seconds * (1 - share) / share) + " left  " : "";
        return (withImages ? Numbers.of(images, noun) + "  " : "")
                + (speed.isPresent()
                        ? Numbers.grouped(Math.round(speed.getAsDouble()))
                                + (noun.equals("image") ? " img/s  " : " " + noun + "s/s  ")
                                + left
                        : "")
                + number("D ", discriminatorLoss)
                + number("G ", generatorLoss)
                + belief.map(b -> "p_real %.2f p_fake %.2f".formatted(b.pReal(), b.pFake()))
                        .orElse("");
    }

    private static String number(String name, OptionalDouble value) {
        return value.isPresent() ? name + "%.2f  ".formatted(value.getAsDouble()) : "";
    }

    /** Seconds as {@code 1:05} or {@code 2:03:07}. */
    public static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? "%d:%02d".formatted(whole / 60, whole % 60)
                : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
    }
}
