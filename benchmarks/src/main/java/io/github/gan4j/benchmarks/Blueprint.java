package io.github.gan4j.benchmarks;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A game that is measured, as a plan of gan4j and, for its rivals, layer by layer. A layer is a word and whole numbers: {@code linear}
 * inputs outputs bias, {@code convolution} inputs outputs kernel stride padding groups bias, {@code transposed} the same with extra rows
 * in place of groups, {@code normalisation} channels, {@code reshape} channels height width, {@code resize} side, {@code basis} inputs
 * channels side, {@code residual} how many layers correct what comes in; the others have no numbers.
 *
 * @param settings over the preset {@code strokes} or {@code gaussian-1d-counterfeiters}
 * @param turns of the discriminator for one of the generator
 * @param momentum of Nesterov's descent; 0 for Adam
 * @param penalty whether discriminators pay R1 and R2
 */
record Blueprint(
        String name,
        SampleShape sample,
        int latents,
        int batch,
        int turns,
        double momentum,
        boolean penalty,
        List<String> generator,
        List<String> discriminator,
        String preset,
        List<String> settings) {
    private static final int COARSEST = 7;

    /** The games in the order of the tables; the first two have no products that bf16 could speed up. */
    static List<Blueprint> all() {
        return List.of(
                line(),
                perceptrons(),
                convolutions(1, 28, 16, 64),
                convolutions(1, 28, 64, 64),
                convolutions(3, 64, 64, 64),
                residual(28, 32, 64));
    }

    /** The same with networks and batches so small that ten thousand steps take a minute: native objects do not depend on size. */
    static List<Blueprint> small() {
        return List.of(
                line(), perceptrons(), convolutions(1, 28, 4, 4), convolutions(3, 64, 4, 4), residual(28, 16, 4));
    }

    boolean narrows() {
        return generator.stream().anyMatch(layer -> layer.startsWith("transposed"));
    }

    Plan plan(String precision) {
        Draft draft = Presets.draft(preset).set(settings).set("precision", precision);
        return draft.set("batchSize", "" + batch)
                .set("threads", "1")
                .set("replicas", "1")
                .set("stop", "{images: 1000000000000, minutes: 0}")
                .plan();
    }

    /** All that a rival in another language has to know. */
    Map<String, Object> told(String precision) {
        List<Integer> shape =
                sample.isImage() ? List.of(sample.channels(), sample.height(), sample.width()) : List.of(sample.size());
        return Map.of(
                "generator", generator,
                "discriminator", discriminator,
                "batch", batch,
                "sample", shape,
                "latents", latents,
                "momentum", momentum,
                "turns", turns,
                "penalty", penalty,
                "bf16", precision.equals("bf16"));
    }

    /** T8: "Counterfeiters vs. bankers". */
    private static Blueprint line() {
        return new Blueprint(
                "1-D",
                SampleShape.point(1),
                1,
                200,
                20,
                0.6,
                false,
                List.of("linear 1 10 1", "relu", "linear 10 10 1", "relu", "linear 10 1 1"),
                List.of("linear 1 10 1", "tanh", "linear 10 10 1", "tanh", "linear 10 1 1"),
                "gaussian-1d-counterfeiters",
                List.of());
    }

    /** T15: the vanilla GAN. */
    private static Blueprint perceptrons() {
        String players = "hidden: [128], initialisation: he";
        return new Blueprint(
                "perceptrons",
                SampleShape.image(1, 28, 28),
                100,
                128,
                1,
                0,
                false,
                List.of("linear 100 128 1", "relu", "linear 128 784 1", "reshape 1 28 28", "sigmoid"),
                List.of("flatten", "linear 784 128 1", "relu", "linear 128 1 1"),
                "strokes",
                List.of(
                        "generator={input: {normal: {size: 100}}, network: {perceptron: {output: sigmoid, " + players
                                + "}}}",
                        "discriminator={network: {perceptron: {activation: relu, " + players + "}}, penalties: []}"));
    }

    private static Blueprint convolutions(int channels, int side, int width, int batch) {
        List<Integer> sides = halved(side);
        int level = sides.size() - 1;
        int wide = width << (level - 1);
        int smallest = sides.get(level);
        List<String> up = new ArrayList<>(List.of(
                words("linear", 100, wide * smallest * smallest, 0), words("reshape", wide, smallest, smallest)));
        List<String> down = new ArrayList<>();
        int inputs = channels, outputs = width;
        for (; level > 0; level--) {
            up.addAll(List.of(words("normalisation", wide), "relu"));
            up.add(words("transposed", wide, level == 1 ? channels : wide / 2, 4, 2, 1, 0, 0));
            wide /= 2;
            down.add(words("convolution", inputs, outputs, 4, 2, 1, 1, 0));
            if (inputs != channels) down.add(words("normalisation", outputs));
            down.add("leaky");
            inputs = outputs;
            outputs *= 2;
        }
        up.add("tanh");
        down.addAll(List.of("flatten", words("linear", inputs * smallest * smallest, 1, 0)));
        String players = "network: {dcgan: {width: " + width + ", kernel: 4, coarsest: " + COARSEST + "}}";
        return images(
                side + "x" + side + " width " + width,
                SampleShape.image(channels, side, side),
                batch,
                up,
                down,
                players,
                Optional.empty());
    }

    private static Blueprint residual(int side, int width, int batch) {
        List<Integer> sides = halved(side);
        int level = sides.size() - 1;
        int wide = width << (level - 1);
        List<String> up = new ArrayList<>(List.of(words("basis", 100, wide, sides.get(level))));
        List<String> down = new ArrayList<>(List.of(words("convolution", 1, width, 4, 2, 1, 1, 1)));
        block(up, wide);
        for (int at = level - 1; at > 0; at--, wide /= 2) {
            up.addAll(List.of(words("convolution", wide, wide / 2, 1, 1, 0, 1, 0), words("resize", sides.get(at))));
            block(up, wide / 2);
        }
        up.addAll(List.of(words("transposed", width, 1, 4, 2, 1, 0, 1), "tanh"));
        block(down, width);
        for (int at = 2; at <= level; at++, wide *= 2) {
            down.addAll(List.of(words("resize", sides.get(at)), words("convolution", wide, wide * 2, 1, 1, 0, 1, 0)));
            block(down, wide * 2);
        }
        down.addAll(List.of(
                words("convolution", wide, wide, sides.get(level), 1, 0, wide, 0),
                "flatten",
                words("linear", wide, 1, 1)));
        String players = "network: {residual: {width: " + width + "}}";
        return images(
                "residual width " + width + ", R1 + R2",
                SampleShape.image(1, side, side),
                batch,
                up,
                down,
                players,
                Optional.of("{r1: {gamma: 1}}, {r2: {gamma: 1}}"));
    }

    /** @param players the network of both in a plan */
    private static Blueprint images(
            String name,
            SampleShape sample,
            int batch,
            List<String> up,
            List<String> down,
            String players,
            Optional<String> penalties) {
        return new Blueprint(
                name,
                sample,
                100,
                batch,
                1,
                0,
                penalties.isPresent(),
                up,
                down,
                "strokes",
                List.of(
                        "data.size=" + sample.height(),
                        "generator={input: {normal: {size: 100}}, " + players + "}",
                        "discriminator={" + players + ", penalties: [" + penalties.orElse("") + "]}"));
    }

    /** As gan4j's residual blocks: twice the channels, in groups of 16. */
    private static void block(List<String> layers, int channels) {
        int wide = 2 * channels;
        layers.addAll(List.of(
                "residual 5",
                words("convolution", channels, wide, 1, 1, 0, 1, 1),
                "leaky",
                words("convolution", wide, wide, 3, 1, 1, wide / 16, 1),
                "leaky",
                words("convolution", wide, channels, 1, 1, 0, 1, 0)));
    }

    private static List<Integer> halved(int side) {
        List<Integer> sides = new ArrayList<>(List.of(side));
        for (int next = side; next > COARSEST; next = (next + 1) / 2) sides.add((next + 1) / 2);
        return sides;
    }

    private static String words(String layer, int... numbers) {
        StringBuilder line = new StringBuilder(layer);
        for (int number : numbers) line.append(' ').append(number);
        return line.toString();
    }
}
