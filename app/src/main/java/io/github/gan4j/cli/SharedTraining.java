package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.Screen;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.RunOpening;
import io.github.gan4j.run.Worker;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Rendezvous;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A training by the processes that the environment names, if it names any: the one of rank 0 does all that a single one would, the
 * others only compute.
 *
 * @param plan that the others would train by, which must be that of rank 0; empty for whatever that one trains
 * @param data where the data lie, where that is not where the plan says
 */
record SharedTraining(Screen screen, Optional<Plan> plan, Optional<String> data) {
    interface Leading {
        int train(RunOpening opening) throws IOException;
    }

    /** Which processes the environment names. */
    static Optional<Rendezvous> place() {
        return Rendezvous.of(System.getenv());
    }

    /** @throws IOException in one line, which names the rank where that is not 0 */
    int train(Leading leading) throws IOException {
        Optional<Rendezvous> place = place();
        if (place.isEmpty()) return leading.train(new RunOpening(Group.alone(), screen::notice));
        Launch.endWithLauncher();
        int rank = place.get().rank();
        try (Group group = Group.join(place.get())) {
            try {
                if (rank == 0) return leading.train(new RunOpening(group, screen::notice));
                new Worker(group).train(plan, data);
                return 0;
            } catch (IOException | RuntimeException failed) {
                group.leave(Failures.line(reason(failed)));
                throw failed;
            }
        } catch (IOException failed) {
            throw rank == 0 ? failed : new IOException(named(rank, failed), failed);
        } catch (IllegalArgumentException wrong) {
            throw rank == 0 ? wrong : new IllegalArgumentException(named(rank, wrong), wrong);
        }
    }

    private static Exception reason(Exception failed) {
        return failed instanceof UncheckedIOException wrapper ? wrapper.getCause() : failed;
    }

    private static String named(int rank, Exception failed) {
        String line = Failures.line(failed);
        return line.startsWith("rank " + rank + " ") ? line : "rank " + rank + ": " + line;
    }
}
