package io.github.gan4j.recording;

import io.github.gan4j.game.Side;
import io.github.gan4j.game.Turn;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Consumer;

/**
 * Says what the first tutorials print: {@code Iter: 0}, {@code D loss: 1.416}, {@code G loss: 0.7213} and an empty line,
 * in the first step and after every {@code every} further ones. A side that takes no turn in such a step is quoted from its
 * last one.
 */
public final class TutorialLines implements Listener {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e3;

    private final int every;
    private final Consumer<String> screen;
    private double discriminatorLoss = Double.NaN;
    private double generatorLoss = Double.NaN;

    /**
     * @param every steps between two blocks of lines, at least 1
     * @param screen hears each line
     */
    public TutorialLines(int every, Consumer<String> screen) {
        if (every < 1) throw new IllegalArgumentException("lines come every 1 step or more, got " + every);
        this.every = every;
        this.screen = screen;
    }

    @Override
    public void stepped(Training training, Step step) {
        for (Turn turn : step.turns())
            if (turn.side() == Side.DISCRIMINATOR) discriminatorLoss = turn.loss();
            else generatorLoss = turn.loss();
        long before = step.number() - 1;
        if (before % every != 0) return;
        screen.accept("Iter: " + before);
        screen.accept("D loss: " + text(discriminatorLoss));
        screen.accept("G loss: " + text(generatorLoss));
        screen.accept("");
    }

    /** Four significant digits without zeros at the end: 1.386, 0.05, 2e-06. */
    static String text(double loss) {
        if (Double.isNaN(loss)) return "-";
        if (Double.isInfinite(loss)) return loss > 0 ? "inf" : "-inf";
        BigDecimal rounded = new BigDecimal(loss).round(FOUR_DIGITS).stripTrailingZeros();
        double size = Math.abs(rounded.doubleValue());
        if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) return scientific(rounded);
        String plain = rounded.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        String digits = number.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        return "%se%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
