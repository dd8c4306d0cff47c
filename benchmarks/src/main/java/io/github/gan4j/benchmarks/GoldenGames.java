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
            "stop={images: 768, minutes: 0}",
            "batchSize=24",
            "record.events={images: 96, seconds: 0}",
            "record.pictures={images: 384, seconds: 0}",
            "record.checkpoints={images: 384, seconds: 0}",
            "record.columns=4",
            "record.rows=4",
            "record.tutorial=0",
            "metrics=none",
            "doctor.every={images: 240, seconds: 0}");

    /** Instead of the data and the sizes of presets for images. */
    private static final String DENSE = "data=strokes; generator.input.size=8; batchSize=12;"
            + " stop={images: 288, minutes: 0};"
            + " record.events={images: 48, seconds: 0}; record.pictures={images: 144, seconds: 0};"
            + " record.checkpoints={images: 144, seconds: 0}; doctor.every={images: 96, seconds: 0}";

    private static final String WIDTHS = "; generator.network.width=4; discriminator.network.width=4";
    private static final String STROKES = DENSE + WIDTHS;
    private static final String ENCODED =
            STROKES.replace("input.size=8", "input.latents.size=8; generator.input.encoded.network.width=4");

    private static final String PATCHES = STROKES.replace("data=strokes", "data={patches: {path: {patches}, size: 16}}")
            .replace("generator.input.size=8;", "")
            .replace("batchSize=12", "batchSize=4")
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
            line-alternate          | gaussian-1d-swinging           | batchSize=20
            line-historical         | gaussian-1d-historical         | batchSize=20; referee=everyone
            line-stratified         | gaussian-1d-intro-as-published |
            line-minibatch          | gaussian-1d-minibatch          |
            line-mixture            | line                           | data=mixture
            line-seen-again         | line                           | data.samples=100
            line-tutorial           | line                           | record.tutorial=8
            ring                    | ring                           |
            ring-bf16               | ring                           | precision=bf16
            ring-no-average         | ring                           | generator.ema=none
            ring-metrics            | ring                           | metrics={names: [modes, density-fit, frechet-distance, coverage], every: {images: 384, seconds: 0}, count: 200}
            grid                    | ring                           | data=grid
            spiral                  | ring                           | data=spiral
            points                  | points                         | data.path={points}
            wide                    | ring                           | data={synthetic-1200: {scale: 0.06}}; generator.input.size=16
            wide-seen-again         | wide                           | data={synthetic-1200: {samples: 60}}

            non-saturating          | ring                           | objective=non-saturating
            non-saturating-smooth   | ring                           | objective={non-saturating: 0.1}
            minimax                 | ring                           | objective=minimax
            minimax-smooth          | ring                           | objective={minimax: 0.2}
            least-squares           | ring                           | objective=least-squares
            least-squares-smooth    | ring                           | objective={least-squares: 0.1}
            wasserstein             | ring                           | objective=wasserstein
            hinge                   | ring                           | objective=hinge
            feature-matching        | ring-feature-matching          |

            no-penalty              | ring                           | discriminator.penalties=[]
            r1                      | ring                           | discriminator.penalties=[{r1: {gamma: 2, interval: 3}}]
            r2                      | ring                           | discriminator.penalties=[{r2: {gamma: {linear: {from: 2, to: 1, images: 500}}}}]
            gradient                | ring                           | discriminator.penalties=[{gradient-penalty: {lambda: 10}}]
            dragan                  | ring                           | discriminator.penalties=[{dragan: {lambda: 10}}]
            finite-r1               | ring                           | discriminator.penalties=[{finite-r1: {gamma: 2}}]
            finite-r2               | ring                           | discriminator.penalties=[{finite-r2: {gamma: 2, interval: 2}}]

            unrolled                | ring-unrolled                  | generator.loss.unrolled.steps=3
            top-k                   | grid-top-k                     |
            minibatch               | ring-minibatch                 |
            packing                 | ring-packing                   |
            instance-noise          | ring-instance-noise            |

            repeat                  | ring                           | referee={repeat: {discriminator: 2, generator: 1}}
            worst-player            | ring                           | referee={worst-player: {together: 3}}
            margin                  | non-saturating                 | referee={margin: 0.02}
            loss-ratio              | non-saturating                 | referee={loss-ratio: 1.05}
            pace                    | ring                           | referee={pace: 2}

            duel                    | ring-duel                      |
            teams                   | ring-teams                     |
            teams-softmax-shared    | ring-gman                      | discriminator.team.batches=shared
            teams-worst             | ring-teams                     | discriminator.team.weighting=worst; generator.team.batches=shared
            teams-weighted          | ring-teams                     | generator.team.weighting={given: [1, 3]}; discriminator.team.weighting={given: [1, 2, 0]}
            teams-worst-player      | ring-teams                     | referee={worst-player: {together: 4}}
            two-generators          | ring-two-generators            |
            mgan                    | ring-mgan                      |
            mgan-weighted           | ring-mgan                      | generator.team.batches=shared; generator.team.weighting={given: [1, 2, 3, 4]}
            mgan-unrolled           | ring-mgan                      | generator.loss.unrolled.steps=2

            rmsprop                 | ring                           | generator.optimizer={rmsprop: {learningRate: 1e-3}}; discriminator.optimizer={rmsprop: {learningRate: 1e-3, alpha: 0.9}}
            momentum                | ring                           | generator.optimizer={sgd: {learningRate: 1e-2, momentum: 0.9}}; discriminator.optimizer={sgd: {learningRate: 1e-2, momentum: 0.5, nesterov: true}}
            linear-rate             | ring                           | generator.optimizer.learningRate={linear: {from: 1e-2, to: 0, images: 600}}
            steps-rate              | ring                           | discriminator.optimizer.learningRate={steps: {value: 1e-2, factor: 0.5, everyImages: 200, floor: 1e-3}}
            uniform                 | ring                           | generator.input={uniform: {size: 3, reuse: true}}
            uniform01               | ring                           | generator.input={uniform01: {size: 3}}
            tanh                    | ring                           | generator.network.activation=tanh; discriminator.network.activation=softplus
            he-spread               | ring                           | generator.network.initialisation=he-spread; discriminator.network.initialisation={normal: 0.1}
            minibatch-deviation     | ring                           | discriminator.network.minibatchDeviation=true
            maxout-points           | ring                           | generator.network={maxout: {hidden: [64, 64], normalisation: none, activation: leaky-relu, output: linear, initialisation: he}}; discriminator.network={maxout: {hidden: [64, 64], initialisation: he}}

            remedy                  | ill-not-finite                 | batchSize=32; generator.optimizer.learningRate=50; discriminator.optimizer.learningRate=0.1; doctor.tries=4; stop.images=1600; doctor.every={images: 64, seconds: 0}
            remedy-generator        | ill-generator                  | doctor.tries=2; stop.images=2400
            not-finite              | ill-not-finite                 | batchSize=32

            strokes                 | strokes                        | {strokes}
            strokes-bf16            | strokes                        | precision=bf16
            strokes-packing         | strokes                        | discriminator.augmentations=[{packing: 2}]
            strokes-noise           | strokes                        | discriminator.augmentations=[{instance-noise: {linear: {from: 0.5, to: 0, images: 200}}}]
            strokes-diff-augment    | strokes                        | discriminator.augmentations=[diff-augment]
            strokes-color-cutout    | strokes                        | discriminator.augmentations=[{diff-augment: [color, cutout]}, {packing: 3}]
            strokes-warp            | strokes                        | discriminator.augmentations=[{warp: {strength: 0.2, bend: 0.1}}]; discriminator.penalties=[{finite-r1: {gamma: 2}}]
            strokes-gradient        | strokes                        | discriminator.penalties=[{gradient-penalty: {lambda: 10, interval: 2}}]
            strokes-teams           | mnist-teams                    | {strokes}
            strokes-mgan            | mnist-mgan                     | {strokes}
            strokes-gman            | mnist-gman                     | {strokes}
            strokes-duel            | mnist-duel                     | {strokes}
            strokes-minibatch       | strokes                        | discriminator.network.minibatch={kernels: 4, dims: 3, self: false}; discriminator.network.minibatchDeviation=true
            strokes-perceptron      | mnist-vanilla                  | {dense}; generator.network.hidden=[16]; discriminator.network.hidden=[16]
            strokes-published       | mnist-vanilla-as-published     | {dense}; generator.network.hidden=[16]; discriminator.network.hidden=[16]; record.tutorial=8
            strokes-residual        | strokes                        | generator.network={residual: {width: 4, output: linear}}; discriminator.network={residual: {width: 4}}; objective=relativistic; discriminator.penalties=[finite-r1, finite-r2]; precision=fp32
            strokes-residual-input  | strokes                        | generator.network={residual: {width: 4, output: linear}}; discriminator.network={residual: {width: 4}}; objective=relativistic; discriminator.penalties=[finite-r1, finite-r2]; precision=fp32; generator.network.labels=input; discriminator.network.labels=projection
            strokes-skip            | strokes                        | generator.network={skip: {width: 4}}
            strokes-upscale         | mnist-upscale                  | {strokes}; generator.network.biases=true
            strokes-full            | mnist-upscale-as-published     | {strokes}
            strokes-unrolled        | strokes                        | generator.network={unrolled: {width: 4}}; discriminator.network={unrolled: {width: 4}}
            strokes-maxout          | strokes                        | generator.network={maxout: {hidden: [16]}}; discriminator.network={maxout: {hidden: [16]}}
            strokes-noisy           | mnist-semi-supervised-as-published | {dense}; generator.network.hidden=[16, 16]; discriminator.network.hidden=[16, 16, 16]; discriminator.supervision={labelled: 20, batchSize: 10}
            strokes-dcgan-mnist     | mnist-conditional-as-published | {strokes}
            strokes-input           | mnist-conditional-vanilla-as-published | {dense}; generator.network.hidden=[16]; discriminator.network.hidden=[16]; record.tutorial=0
            strokes-conditional     | mnist-conditional              | {strokes}; record.rows=10; record.columns=3
            strokes-conditional-bf16 | strokes-conditional           | precision=bf16
            strokes-conditional-every | strokes-conditional          | discriminator.network.labels=every-layer
            strokes-conditional-pack | strokes-conditional           | discriminator.augmentations=[{packing: 2}]
            strokes-conditional-teams | strokes-conditional          | generator.team={count: 2, batches: separate}; discriminator.team={count: 2, batches: separate}
            strokes-wasserstein     | strokes-conditional            | objective=wasserstein; discriminator.penalties=[{gradient-penalty: {lambda: 10}}]
            few-labels              | mnist-semi-supervised          | {strokes}; discriminator.supervision={labelled: 20, batchSize: 10}
            few-labels-agreement    | few-labels                     | discriminator.supervision={labelled: 20, batchSize: 10, consistency: 2, confidence: 0.51, mutualInformation: 4}
            redraw                  | strokes-redraw                 | {encoded}
            redraw-samples          | redraw                         | generator.input.shown=samples; generator.input.codesWeight=0.3; generator.input.codes.network.labels=none
            redraw-faces            | faces-redraw                   | {encoded}; data={images: {format: utkface-age, path: {faces}, size: 16, flip: true}}
            idx                     | mnist-dcgan                    | {strokes}; data={images: {format: idx, path: {idx}}}
            idx-metrics             | idx                            | metrics={names: [frechet-distance, kernel-distance, precision-recall, density-coverage, sliced-wasserstein, ms-ssim, memorisation], every: {images: 144, seconds: 0}, count: 60, extractor: random-convolution}
            idx-padded              | mnist-32-as-published          | {strokes}; data={images: {path: {idx}, size: 32, channels: 1}}
            stacked                 | strokes                        | data={stacked-mnist: {path: {idx}}}
            folder                  | folder                         | {strokes}; data={images: {format: folder, path: {folder}, size: 16, flip: true}}
            folder-conditional      | mnist-conditional              | {strokes}; data={images: {format: folder, path: {folder}, size: 20, channels: 1}}
            folder-classifier       | folder-conditional             | data.size=16; metrics={names: [classifier-score, class-shares, label-accuracy, frechet-distance], every: {images: 144, seconds: 0}, count: 12, extractor: classifier}

            denoise                 | denoise                        | {small-patches}; generator.network.blocks=1; metrics={names: [psnr, ssim, sharpness], every: {images: 48, seconds: 0}, count: 6}
            denoise-bf16            | denoise                        | precision=bf16
            denoise-published       | denoise-as-published           | {small-patches}
            denoise-known           | denoise                        | generator.input={degraded: {sigma: [25], shared: true}}; generator.loss.content=[{l2: 1}]; discriminator.augmentations=[{diff-augment: [color]}]
            denoise-folder          | denoise                        | data={images: {format: folder, path: {folder}, size: 16}}
            enlarge-4               | super-resolution               | {small-patches}; data.size=32; generator.network.blocks=1
            enlarge-2               | enlarge-4                      | generator.input={degraded: {factor: 2, filter: box}}; data.size=16; generator.loss.content=[{shrunk-l1: 1}]
            enlarge-8               | enlarge-4                      | generator.input={degraded: {factor: 8}}
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
        String filled = settings.replace("{dense}", DENSE)
                .replace("{encoded}", ENCODED)
                .replace("{strokes}", STROKES)
                .replace("{small-patches}", PATCHES);
        for (Map.Entry<String, String> one : folders.entrySet())
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        return filled;
    }
}
