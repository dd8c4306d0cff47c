package io.github.gan4j.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The games of the golden record: everything about them that depends on how plans are written. */
final class GoldenGames {
    /** One game: its name in the record, the preset it starts from, and settings over it in order. */
    record Row(String name, String preset, List<String> settings) {}

    /** Laid over every preset, before the settings of the row. */
    private static final List<String> COMMON = List.of(
            "seed=7",
            "threads=1",
            "device=cpu",
            "precision=fp32",
            "length={images: 768, minutes: 0}",
            "batch=24",
            "record.events={images: 96, seconds: 0}",
            "record.pictures={images: 384, seconds: 0}",
            "record.checkpoints={images: 384, seconds: 0}",
            "record.columns=4",
            "record.rows=4",
            "record.tutorial=0",
            "metrics={names: []}",
            "doctor.looks={images: 240, seconds: 0}");

    /** Instead of the data and the sizes of presets for images. */
    private static final String STROKES = "data={source: strokes}; latent.size=8;"
            + " generator.network.width=4; discriminator.network.width=4; batch=12; length={images: 288, minutes: 0};"
            + " record.events={images: 48, seconds: 0}; record.pictures={images: 144, seconds: 0};"
            + " record.checkpoints={images: 144, seconds: 0}; doctor.looks={images: 96, seconds: 0}";

    private static final String PATCHES = STROKES.replace(
                    "source: strokes", "source: patches, path: {patches}, size: 16")
            .replace("latent.size=8;", "")
            .replace("batch=12", "batch=4")
            .replace("images: 288", "images: 96")
            .replace("images: 144", "images: 48")
            .replace("images: 96, seconds", "images: 32, seconds")
            .replace("images: 48, seconds: 0}; record.pictures", "images: 16, seconds: 0}; record.pictures");

    /**
     * A row a line: its name, the earlier row or else the preset that it starts from, settings with semicolons between.
     * A word in braces stands for the settings above or for a path of {@link GoldenFolders}.
     */
    private static final String TABLE = """
            line                    | gaussian-1d                    |
            line-alternate          | gaussian-1d-swinging           | batch=20
            line-historical         | gaussian-1d-historical         | batch=20; referee={kind: everyone}
            line-stratified         | gaussian-1d-intro-as-published |
            line-minibatch          | gaussian-1d-minibatch          |
            line-mixture            | line                           | data={source: mixture}
            line-seen-again         | line                           | data.parameters={samples: 100}
            line-tutorial           | line                           | record.tutorial=8
            ring                    | ring                           |
            ring-bf16               | ring                           | precision=bf16
            ring-no-average         | ring                           | average.halfLife=0
            ring-metrics            | ring                           | metrics={names: [modes, density-fit, frechet-distance, coverage], every: {images: 384, seconds: 0}, count: 200}
            grid                    | ring                           | data={source: grid}
            spiral                  | ring                           | data={source: spiral}
            points                  | points                         | data.path={points}
            wide                    | ring                           | data={source: synthetic-1200, parameters: {scale: 0.06}}; latent.size=16
            wide-seen-again         | wide                           | data.parameters={samples: 60}

            non-saturating          | ring                           | objective={name: non-saturating}
            non-saturating-smooth   | ring                           | objective={name: non-saturating, smoothing: 0.1}
            minimax                 | ring                           | objective={name: minimax}
            minimax-smooth          | ring                           | objective={name: minimax, smoothing: 0.2}
            least-squares           | ring                           | objective={name: least-squares}
            least-squares-smooth    | ring                           | objective={name: least-squares, smoothing: 0.1}
            wasserstein             | ring                           | objective={name: wasserstein}
            hinge                   | ring                           | objective={name: hinge}
            feature-matching        | ring-feature-matching          |

            no-penalty              | ring                           | penalties=[]
            r1                      | ring                           | penalties=[{kind: r1, strength: 2, every: 3}]
            r2                      | ring                           | penalties=[{kind: r2, strength: {linear: {from: 2, to: 1, images: 500}}}]
            gradient                | ring                           | penalties=[{kind: gradient, strength: 10}]
            dragan                  | ring                           | penalties=[{kind: dragan, strength: 10}]
            finite-r1               | ring                           | penalties=[{kind: finite-r1, strength: 2}]
            finite-r2               | ring                           | penalties=[{kind: finite-r2, strength: 2, every: 2}]

            unrolled                | ring-unrolled                  | objective.foresight=3
            top-k                   | grid-top-k                     |
            minibatch               | ring-minibatch                 |
            packing                 | ring-packing                   |
            instance-noise          | ring-instance-noise            |

            repeat                  | ring                           | referee={kind: repeat, discriminator: 2, generator: 1}
            worst-player            | ring                           | referee={kind: worst-player, together: 3}
            margin                  | non-saturating                 | referee={kind: margin, margin: 0.02}
            loss-ratio              | non-saturating                 | referee={kind: loss-ratio, ratio: 1.05}
            pace                    | ring                           | referee={kind: pace, strength: 2}

            duel                    | ring-duel                      |
            teams                   | ring-teams                     |
            teams-softmax-shared    | ring-gman                      | discriminator.batches=shared
            teams-worst             | ring-teams                     | discriminator.weighting=worst; generator.batches=shared
            teams-weighted          | ring-teams                     | generator.weights=[1, 3]; discriminator.weighting=given; discriminator.weights=[1, 2, 0]
            teams-worst-player      | ring-teams                     | referee={kind: worst-player, together: 4}
            two-generators          | ring-two-generators            |
            mgan                    | ring-mgan                      |
            mgan-weighted           | ring-mgan                      | generator.batches=shared; generator.weights=[1, 2, 3, 4]
            mgan-unrolled           | ring-mgan                      | objective.foresight=2

            rmsprop                 | ring                           | generator.optimizer={kind: rmsprop, rate: 1e-3}; discriminator.optimizer={kind: rmsprop, rate: 1e-3, alpha: 0.9}
            momentum                | ring                           | generator.optimizer={kind: sgd, rate: 1e-2, momentum: 0.9}; discriminator.optimizer={kind: sgd, rate: 1e-2, momentum: 0.5, nesterov: true}
            linear-rate             | ring                           | generator.optimizer.rate={linear: {from: 1e-2, to: 0, images: 600}}
            steps-rate              | ring                           | discriminator.optimizer.rate={steps: {value: 1e-2, factor: 0.5, everyImages: 200, floor: 1e-3}}
            uniform                 | ring                           | latent={size: 3, distribution: uniform, reuse: true}
            uniform01               | ring                           | latent={size: 3, distribution: uniform01}
            tanh                    | ring                           | generator.network.activation=tanh; discriminator.network.activation=softplus
            he-spread               | ring                           | generator.network.initialisation=he-spread; discriminator.network.initialisation=normal; discriminator.network.std=0.1
            minibatch-deviation     | ring                           | discriminator.network.minibatchDeviation=true
            maxout-points           | ring                           | generator.network.family=maxout; discriminator.network.family=maxout

            remedy                  | ill-not-finite                 | batch=32; generator.optimizer.rate=50; discriminator.optimizer.rate=0.1; doctor.tries=4; length.images=1600; doctor.looks={images: 64, seconds: 0}
            remedy-generator        | ill-generator                  | doctor.tries=2; length.images=2400
            not-finite              | ill-not-finite                 | batch=32

            strokes                 | strokes                        | {strokes}
            strokes-bf16            | strokes                        | precision=bf16
            strokes-packing         | strokes                        | augmentations=[{kind: packing, samples: 2}]
            strokes-noise           | strokes                        | augmentations=[{kind: instance-noise, strength: {linear: {from: 0.5, to: 0, images: 200}}}]
            strokes-diff-augment    | strokes                        | augmentations=[{kind: diff-augment}]
            strokes-color-cutout    | strokes                        | augmentations=[{kind: diff-augment, policy: [color, cutout]}, {kind: packing, samples: 3}]
            strokes-warp            | strokes                        | augmentations=[{kind: warp, strength: 0.2, bend: 0.1}]; penalties=[{kind: finite-r1, strength: 2}]
            strokes-gradient        | strokes                        | penalties=[{kind: gradient, strength: 10, every: 2}]
            strokes-teams           | mnist-teams                    | {strokes}
            strokes-mgan            | mnist-mgan                     | {strokes}
            strokes-gman            | mnist-gman                     | {strokes}
            strokes-duel            | mnist-duel                     | {strokes}
            strokes-minibatch       | strokes                        | discriminator.network.minibatch={kernels: 4, dims: 3, self: false}; discriminator.network.minibatchDeviation=true
            strokes-perceptron      | mnist-vanilla                  | {strokes}; generator.network.hidden=[16]; discriminator.network.hidden=[16]
            strokes-published       | mnist-vanilla-as-published     | {strokes}; generator.network.hidden=[16]; discriminator.network.hidden=[16]; record.tutorial=8
            strokes-modern          | mnist-modern                   | {strokes}
            strokes-modern-input    | mnist-modern                   | {strokes}; generator.network.labels=input; discriminator.network.labels=projection
            strokes-upscale         | mnist-upscale                  | {strokes}; generator.network.biases=true
            strokes-full            | mnist-upscale-as-published     | {strokes}
            strokes-unrolled        | strokes                        | generator.network.family=unrolled; discriminator.network.family=unrolled
            strokes-maxout          | strokes                        | generator.network={family: maxout, hidden: [16]}; discriminator.network={family: maxout, hidden: [16], output: linear}
            strokes-noisy           | mnist-semi-supervised-as-published | {strokes}; generator.network.hidden=[16, 16]; discriminator.network.hidden=[16, 16, 16]; supervision={labelled: 20, batch: 10}
            strokes-dcgan-mnist     | mnist-conditional-as-published | {strokes}
            strokes-input           | mnist-conditional-vanilla-as-published | {strokes}; generator.network.hidden=[16]; discriminator.network.hidden=[16]; record.tutorial=0
            strokes-conditional     | mnist-conditional              | {strokes}; record.rows=10; record.columns=3
            strokes-conditional-bf16 | strokes-conditional           | precision=bf16
            strokes-conditional-every | strokes-conditional          | discriminator.network.labels=every-layer
            strokes-conditional-pack | strokes-conditional           | augmentations=[{kind: packing, samples: 2}]
            strokes-conditional-teams | strokes-conditional          | generator.count=2; discriminator.count=2; generator.batches=separate; discriminator.batches=separate
            strokes-wasserstein     | strokes-conditional            | objective={name: wasserstein}; penalties=[{kind: gradient, strength: 10}]
            few-labels              | mnist-semi-supervised          | {strokes}; supervision={labelled: 20, batch: 10}
            few-labels-agreement    | few-labels                     | supervision={labelled: 20, batch: 10, agreement: 2, certainty: 0.51, information: 4}
            redraw                  | strokes-redraw                 | {strokes}; encoder.network.width=4
            redraw-samples          | redraw                         | encoder.shown=samples; encoder.codesWeight=0.3; encoder.codes.network.labels=none
            redraw-faces            | faces-redraw                   | {strokes}; encoder.network.width=4; data={source: utkface-age, path: {faces}, size: 16, flip: true}
            idx                     | mnist-dcgan                    | {strokes}; data={source: idx, path: {idx}}
            idx-metrics             | idx                            | metrics={names: [frechet-distance, kernel-distance, precision-recall, density-coverage, sliced-wasserstein, ms-ssim, memorisation], every: {images: 144, seconds: 0}, count: 60, extractor: random-convolution}
            idx-padded              | mnist-32-as-published          | {strokes}; data={source: auto, path: {idx}, size: 32, channels: 1}
            stacked                 | strokes                        | data={source: stacked-mnist, path: {idx}}
            folder                  | folder                         | {strokes}; data={source: folder, path: {folder}, size: 16, flip: true}
            folder-conditional      | mnist-conditional              | {strokes}; data={source: folder, path: {folder}, size: 20, channels: 1}
            folder-classifier       | folder-conditional             | data.size=16; metrics={names: [classifier-score, class-shares, label-accuracy, frechet-distance], every: {images: 144, seconds: 0}, count: 12, extractor: classifier}

            denoise                 | denoise                        | {small-patches}; generator.network.blocks=1; metrics={names: [psnr, ssim, sharpness], every: {images: 48, seconds: 0}, count: 6}
            denoise-bf16            | denoise                        | precision=bf16
            denoise-published       | denoise-as-published           | {small-patches}
            denoise-known           | denoise                        | damage={sigma: [25], shared: true}; content=[{kind: l2, weight: 1}]; augmentations=[{kind: diff-augment, policy: [color]}]
            denoise-folder          | denoise                        | data={source: folder, path: {folder}, size: 16}
            enlarge-4               | super-resolution               | {small-patches}; data.size=32; generator.network.blocks=1
            enlarge-2               | enlarge-4                      | damage={factor: 2, filter: box}; data.size=16; content=[{kind: shrunk-l1, weight: 1}]
            enlarge-8               | enlarge-4                      | damage={factor: 8}
            enlarge-content         | super-resolution-content       | {small-patches}; data.size=32; generator.network.blocks=1
            enlarge-published       | super-resolution-as-published  | {small-patches}; data.size=32
            enlarge-lapgan          | lapgan-level-as-published      | {small-patches}
            """;

    private GoldenGames() {}

    /** All rows in the order of the table. */
    static List<Row> all(Map<String, String> folders) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : TABLE.lines().filter(one -> !one.isBlank()).toList()) {
            String[] cells = line.split("\\|", 3);
            String name = cells[0].strip(), from = cells[1].strip(), written = filled(cells[2], folders);
            Row base = rows.getOrDefault(from, new Row(from, from, COMMON));
            List<String> settings = new ArrayList<>(base.settings());
            for (String one : written.split(";")) if (!one.isBlank()) settings.add(one.strip());
            rows.put(name, new Row(name, base.preset(), settings));
        }
        return List.copyOf(rows.values());
    }

    private static String filled(String settings, Map<String, String> folders) {
        String filled = settings.replace("{strokes}", STROKES).replace("{small-patches}", PATCHES);
        for (Map.Entry<String, String> one : folders.entrySet())
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        return filled;
    }
}
