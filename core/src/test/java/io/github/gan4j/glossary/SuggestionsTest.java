package io.github.gan4j.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static final List<String> WORDS = List.of("relu", "leaky-relu", "batchSize", "tanh");

    @ParameterizedTest
    @CsvSource({
        "RELU, relu",
        "relo, relu",
        "rlu, relu",
        "rleu, relu",
        "leaky_relu, leaky-relu",
        "leaky, leaky-relu",
        "batchsize, batchSize",
        "batch, batchSize",
        "bs, batchSize",
        "xyz, ",
        "r, ",
        "-h, ",
        "a, ",
        "--, ",
        "12, ",
    })
    void a_word_is_near_by_its_letters_or_its_beginning_or_its_meaning(String unknown, String nearest) {
        assertThat(Suggestions.nearest(unknown, WORDS)).isEqualTo(nearest == null ? List.of() : List.of(nearest));
        assertThat(Suggestions.didYouMean(unknown, WORDS))
                .isEqualTo(nearest == null ? "" : "; did you mean '" + nearest + "'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lr | name generator seed | generator.optimizer.learningRate",
                "lr | input network optimizer | optimizer.learningRate",
                "learningrate | beta1 learningRate | learningRate",
                "--lr | --set --seed | --set generator.optimizer.learningRate=VALUE",
                "--epochs | --minutes --images --set | --images",
                "epochs | seed stop name | stop.images",
                "gpu | auto cpu cuda mps | cuda",
                "fp16 | auto fp32 bf16 | bf16",
                "--held-back | --held-out --best | --held-out",
                "alternating | alternate everyone margin | alternate",
                "training | resume sample train | train",
                "sampling | resume sample train | sample",
                "-o | --out -h --set | --out",
                "-S | --out -h --seed | --seed",
            })
    void a_synonym_leads_to_the_name_that_the_caller_knows(String unknown, String known, String meant) {
        assertThat(Suggestions.nearest(unknown, List.of(known.split(" "))).get(0))
                .isEqualTo(meant);
    }

    @Test
    void several_equally_near_words_are_all_named() {
        assertThat(Suggestions.didYouMean("ring-m", List.of("ring-mgan", "ring-minibatch", "ring-gman")))
                .isEqualTo("; did you mean 'ring-mgan' or 'ring-minibatch'?");
    }

    @Test
    void a_word_of_any_length_is_answered_at_once() {
        assertThat(Suggestions.nearest("x".repeat(2_000_000), WORDS)).isEmpty();
    }
}
