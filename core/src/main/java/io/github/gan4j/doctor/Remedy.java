package io.github.gan4j.doctor;

import java.util.List;

/**
 * A change of the plan against an illness.
 *
 * @param why a clause for people
 * @param settings as {@code --set} takes them, {@code path.to.key=value}, applied together
 * @param undoing whether it takes back what was wrong from the first step on, so that nothing learned since is worth keeping
 */
public record Remedy(String why, List<String> settings, boolean undoing) {
    public Remedy {
        settings = List.copyOf(settings);
    }

    /** As people type it. */
    public String options() {
        StringBuilder text = new StringBuilder();
        for (String setting : settings) {
            boolean quoted = setting.matches(".*[^A-Za-z0-9_.=+-].*");
            text.append(text.isEmpty() ? "" : " ").append("--set ").append(quoted ? "'" + setting + "'" : setting);
        }
        return text.toString();
    }
}
