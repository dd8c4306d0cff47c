package io.github.gan4j.doctor;

import java.util.List;

/**
 * A setting that is not as in the preset that a plan resembles most: where a training fails, the first thing to look at.
 *
 * @param path of the setting
 * @param value in the plan, as people write it
 * @param usual in the preset
 * @param preset its name
 * @param apart decimal orders of magnitude between the two; 1 where they are not two numbers of the same sign
 */
public record Suspect(String path, String value, String usual, String preset, double apart) {
    /** Beyond ten times, a setting is worth a word before training begins. */
    static final double NOTABLE = 1;

    /** One clause for people. */
    public String line() {
        return path + " is " + value + "; the preset " + preset + " has " + usual;
    }

    /** Whether it belongs to optimizers or penalties, and not to networks, data or the rules of the game. */
    boolean ofLearning() {
        return path.contains(".optimizer") || path.contains(".penalties");
    }

    /** The preset's value, as {@code --set} takes it; a width that is left to the data is left so on both sides, to be alike. */
    List<String> settings() {
        return path.endsWith("." + Suspects.WIDTH) && usual.equals("0")
                ? List.of("generator.network.width=0", "discriminator.network.width=0")
                : List.of(path + "=" + usual);
    }
}
