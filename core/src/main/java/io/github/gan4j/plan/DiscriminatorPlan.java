package io.github.gan4j.plan;

import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Learning;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.networks.DiscriminatorArchitecture;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Words;
import java.util.List;
import java.util.Optional;

/**
 * The side that judges samples.
 *
 * @param network the layout of every discriminator
 * @param optimizer how every discriminator learns
 * @param penalties further terms of its loss
 * @param augmentations changes to the samples that it sees, real and fake alike, in order
 * @param supervision samples whose class is known
 * @param team several discriminators
 */
public record DiscriminatorPlan(
        @Default("dcgan") DiscriminatorArchitecture network,
        @Default("adam") Learning optimizer,
        @Default(value = "[]", off = true) List<Penalty> penalties,
        @Default(value = "[]", off = true) List<Augmentation> augmentations,
        Optional<SupervisionPlan> supervision,
        Optional<TeamPlan> team) {
    /** The largest batch there is. */
    private static final int MOST_TOGETHER = 65_536;

    public DiscriminatorPlan {
        penalties = List.copyOf(penalties);
        augmentations = List.copyOf(augmentations);
        Check.between("augmentations: samples judged together", together(augmentations), 1, MOST_TOGETHER);
        boolean classifying = network.labels() == Labels.CLASSIFY;
        if (classifying && supervision.isEmpty())
            throw new IllegalArgumentException(
                    "supervision.labelled must be above 0 where network.labels is classify, got no supervision");
        if (!classifying && supervision.isPresent())
            throw new IllegalArgumentException(
                    "network.labels must be classify where there is supervision, got " + Words.of(network.labels()));
        if (supervision.isPresent() && together(augmentations) > 1)
            throw new IllegalArgumentException("augmentations has packing, which judges several samples together, but"
                    + " supervision asks for the class of each; leave one of them out");
        requireGradients(penalties, augmentations);
        for (Penalty penalty : penalties)
            if (!penalty.suits(network.labels(), together(augmentations) > 1))
                throw new IllegalArgumentException("penalties has " + Words.of(penalty.getClass())
                        + ", which needs network.labels projection and no packing, got labels "
                        + Words.of(network.labels()) + " and " + together(augmentations) + " samples a view");
    }

    private static void requireGradients(List<Penalty> penalties, List<Augmentation> augmentations) {
        if (augmentations.stream().allMatch(Augmentation::twiceDifferentiable)) return;
        for (Penalty penalty : penalties)
            if (penalty.needsExactGradients())
                throw new IllegalArgumentException("augmentations has warp, which has no second derivative for the"
                        + " penalty " + Words.of(penalty.getClass())
                        + "; take finite-r1 or finite-r2, or leave one of them out");
    }

    /** How many discriminators there are. */
    public int count() {
        return team.map(TeamPlan::count).orElse(1);
    }

    /** How many samples are judged together. */
    public int samplesPerView() {
        return (int) together(augmentations);
    }

    private static long together(List<Augmentation> augmentations) {
        long product = 1;
        for (Augmentation each : augmentations) product = Math.min(product, Integer.MAX_VALUE) * each.samplesPerView();
        return product;
    }

    /** The same with networks of this width. */
    public DiscriminatorPlan withWidth(int width) {
        return withNetwork("width", width);
    }

    /** The same with the class entering the networks here, without penalties that need it elsewhere. */
    public DiscriminatorPlan withLabels(Labels labels) {
        List<Penalty> suiting = penalties.stream()
                .filter(penalty -> penalty.suits(labels, together(augmentations) > 1))
                .toList();
        return Settings.with(this, "penalties", suiting).withNetwork("labels", labels);
    }

    private DiscriminatorPlan withNetwork(String key, Object value) {
        return Settings.with(this, "network", Settings.with((Record) network, key, value));
    }
}
