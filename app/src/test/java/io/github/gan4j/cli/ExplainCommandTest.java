package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.glossary.Glossary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    @Test
    void a_word_is_explained_with_its_synonyms_and_its_names_here() {
        Shell shown = Shell.run("explain", "learning", "rate");
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .startsWith("learning rate\n")
                .contains(
                        "also      lr, ", "in gan4j  generator.optimizer.learningRate", "read      docs/plan-keys.md");
        assertThat(Shell.run("explain", "lr").out()).isEqualTo(shown.out());
    }

    @Test
    void without_a_word_all_are_listed() {
        String all = Shell.run("explain").out();
        assertThat(all.lines()).allMatch(line -> line.length() <= 80);
        Glossary.entries().forEach(entry -> assertThat(all).contains(entry.word()));
    }

    /** Terms of the help texts, as somebody looks them up who reads these for the first time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "generator",
                "discriminator",
                "preset",
                "plan",
                "batch size",
                "random seed",
                "threads",
                "device",
                "precision",
                "bf16",
                "fp32",
                "training image",
                "checkpoint",
                "best metric",
                "run folder",
                "latent",
                "latent vector",
                "truncation",
                "class",
                "interpolation",
                "spherical",
                "measure",
                "direction",
                "classifier",
                "ridge",
                "held-out",
                "ground truth",
                "PSNR",
                "SSIM",
                "bicubic",
                "noise",
                "standard deviation",
                "encoder",
                "semi-supervised",
                "adversarial example",
                "epsilon",
                "pgd",
                "linf",
                "transfer",
                "adversarial training",
                "FID",
                "KID",
                "recall",
                "confidence interval",
                "floor",
                "extractor",
                "TorchScript",
                "nearest neighbours",
                "failure mode",
                "remedy",
                "successive halving",
                "candidate",
                "benchmark",
                "recipe",
                "unlabelled",
                "perceptron",
                "fgsm",
                "architecture",
                "elimination",
                "opset",
                "model card",
                "one-hot",
                "rank",
                "rendezvous",
                "port",
                "token",
                "queue",
                "workers",
                "npz",
                "Parquet"
            })
    void every_term_of_the_help_texts_is_in_the_glossary(String term) {
        assertThat(Glossary.of(term)).isNotEmpty();
    }
}
