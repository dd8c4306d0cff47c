package io.github.gan4j.plan;

import io.github.gan4j.settings.Spelled;
import io.github.gan4j.settings.Spelling;

/**
 * Where a run computes: {@code auto} is the best device there is, {@code cuda} the card of this process (the first, or the one of its
 * LOCAL_RANK where several processes train), {@code cuda:1} the second card of the machine.
 */
@Spelled(
        value = {"auto", "cpu", "cuda", "mps", "cuda:N"},
        family = "cuda:(0|[1-9][0-9]?)")
public record DeviceChoice(String word) {
    public static final DeviceChoice AUTO = new DeviceChoice("auto"), CPU = new DeviceChoice("cpu");

    public DeviceChoice {
        Spelling.of(DeviceChoice.class).require("device", word);
    }

    /** Whether this is one card of a machine by its number. */
    public boolean numbered() {
        return word.contains(":");
    }

    @Override
    public String toString() {
        return word;
    }
}
