package io.github.gan4j.run;

import io.github.gan4j.data.Samples;
import io.github.gan4j.game.NotFiniteException;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Agreement;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Memory;
import io.github.gan4j.setup.Rehearsal;
import io.github.gan4j.setup.Start;
import io.github.gan4j.tensor.Group;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.tensor.PeerException;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.Optional;

/**
 * A process that trains a run together with the one of rank 0, which alone keeps the run folder. It computes its part of every batch
 * and writes nothing.
 */
public final class Worker {
    private final Group group;

    public Worker(Group group) {
        this.group = group;
    }

    /**
     * Trains until all end.
     *
     * @param plan that it would train by, which must be that of rank 0; empty to take over whatever that one goes on with
     * @param data where the data lie here, if that is not where the plan of rank 0 says
     * @throws IOException in one line, when the processes have not the same plan, data or gan4j, a player breaks, or a process is
     *     lost; what to resume from is said where it is known
     */
    public Ending train(Optional<Plan> plan, Optional<String> data) throws IOException {
        return train(plan, data, new Listener() {});
    }

    /** The same, heard by a listener. */
    public Ending train(Optional<Plan> plan, Optional<String> data, Listener listener) throws IOException {
        Optional<String> folder = Optional.empty();
        try (Training training = made(plan, data)) {
            training.join(group);
            folder = Optional.of(group.told(""));
            return training.run(listener);
        } catch (PeerException lost) {
            throw new IOException(
                    lost.getMessage()
                            + folder.map(path -> "; to go on from the last checkpoint of rank 0: gan4j resume " + path)
                                    .orElse(""),
                    lost);
        } catch (NotFiniteException broken) {
            throw new IOException(broken.getMessage() + "; training stopped", broken);
        }
    }

    private Training made(Optional<Plan> plan, Optional<String> data) throws IOException {
        Optional<Start> own =
                plan.isPresent() ? Optional.of(RunOpening.begun(plan.get(), line -> {})) : Optional.empty();
        Agreement heard = Agreement.heard(group);
        Plan wanted = heard.offered();
        if (own.isPresent()) wanted = wanted.withData(own.get().plan().data());
        if (data.isPresent()) wanted = wanted.withData(wanted.data().movedTo(data.get()));
        Samples samples = own.isPresent() ? own.get().samples() : wanted.data().samples(wanted.seed(), line -> {});
        // threads are chosen by rank 0
        Parallelism threads = wanted.parallelism(1).orElseThrow();
        Optional<Plan> planned =
                own.map(start -> Rehearsal.estimated(start.plan().computing(threads), samples.shape(), line -> {}));
        heard.compare(group, planned, samples);
        Memory.require(wanted, samples.shape());
        return Assembly.training(wanted, samples);
    }
}
