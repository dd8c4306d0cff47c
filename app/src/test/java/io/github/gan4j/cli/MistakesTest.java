package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What newcomers type, and the one word that helps them on. */
class MistakesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train mnist-dcgn | did you mean 'mnist-dcgan'?",
                "train mnist | did you mean 'mnist-dcgan'?",
                "train vanilla | did you mean 'mnist-vanilla'",
                "train gaussian | did you mean 'gaussian-1d'?",
                "train faces | did you mean 'faces-64'?",
                "tain | did you mean 'train'?",
                "preset | did you mean 'presets'?",
                "presets lits | did you mean 'list'?",
                "generate | did you mean 'sample'?",
                "interpolate | did you mean 'walk'?",
                "continue | did you mean 'resume'?",
                "denoise | did you mean 'restore'?",
                "enhance | did you mean 'upscale'?",
                "train --epochs 3 | did you mean '--images'?",
                "train --batch 64 | did you mean '--batch-size'?",
                "train --batchsize=64 | did you mean '--batch-size'?",
                "train --lr 1e-3 | did you mean '--set generator.optimizer.learningRate=VALUE'?",
                "train --resume runs/x | did you mean the command 'gan4j resume'?",
                "resume RUN --evaluate | did you mean the command 'gan4j evaluate'?",
                "train -o x | did you mean '--out'?",
                "train --set referee=alternating | did you mean 'alternate'?",
                "train cifar10 | is the name of a data set, not a preset; write folder --data cifar10",
                "export RUN --out x | did you mean '--to'?",
                "train --port 4000 --out x | --port needs --studio",
                "train --gpu | did you mean '--device cuda'?",
                "train --dataset x | did you mean '--data'?",
                "train --set lr=1e-3 | did you mean 'generator.optimizer.learningRate'?",
                "train --set learningRate=1e-3 | did you mean 'generator.optimizer.learningRate'?",
                "train --set generator.lr=1e-3 | did you mean 'optimizer.learningRate'?",
                "train --set epochs=5 | did you mean 'stop.images'?",
                "train --set batch=32 | did you mean 'batchSize'?",
                "train --set objective=wgan | did you mean 'wasserstein'?",
                "train --set objective=lsgan | did you mean 'least-squares'?",
                "train --set generator.network=mlp | did you mean 'perceptron'?",
                "train --device gpu | did you mean 'cuda'?",
                "train --precision fp16 | did you mean 'bf16'?",
                "restore RUN --held-back | did you mean '--held-out'?",
                "evaluate RUN --metrics FDI | did you mean 'fid'?",
                "attack --method bim --data strokes | did you mean 'iterated'?",
                "bench rings | did you mean 'ring'?",
                "explain fidd | did you mean 'FID'?",
                "explain mode-colapse | did you mean 'mode collapse'?",
            })
    void is_answered_with_the_right_suggestion(String arguments, String answer) {
        Shell wrong = Shell.run(arguments.replace("RUN", folder.toString()).split(" "));
        assertThat(wrong.err().lines()).hasSize(1);
        assertThat(wrong.err()).contains(answer);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
    }
}
