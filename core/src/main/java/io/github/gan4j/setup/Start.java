package io.github.gan4j.setup;

import io.github.gan4j.data.Samples;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * What a new run starts from: its data, and a plan with nothing left open.
 *
 * @param plan completed
 */
public record Start(Plan plan, Samples samples) {
    /**
     * Opens the data that the plan names, and keeps where a published set was found. Where the plan leaves both size and width open, images are halved until the
     * time is enough for networks that can draw them.
     *
     * @throws IOException in one line, when files are missing or damaged
     */
    public static Start of(Plan asked, Consumer<String> notice) throws IOException {
        Plan plan = Data.located(asked);
        Samples samples = Data.open(plan, notice);
        Plan completed = Completion.of(plan, samples);
        int size = completed.data().size();
        while (plan.data().size() == 0 && Budget.tooLarge(plan, completed)) {
            Draft smaller = Draft.of(plan)
                    .set("data.size", Integer.toString(completed.data().size() / 2))
                    .set("threads", Integer.toString(completed.threads()));
            samples = Data.open(smaller.plan(), line -> {});
            completed = Completion.of(smaller.plan(), samples);
        }
        if (completed.data().size() != size)
            notice.accept(
                    "images of %d pixels would need more time; made %d pixels wide (--set data.size=%d keeps them)"
                            .formatted(size, completed.data().size(), size));
        return new Start(completed, samples);
    }
}
