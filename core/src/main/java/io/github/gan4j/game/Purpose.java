package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Ranking;
import io.github.gan4j.tensor.Tensor;
import java.util.List;

/**
 * What a generator makes small: its loss in the game, weighed, and how far its samples are from the reals behind its
 * input.
 *
 * @param game weight of the game; while it is 0 no discriminator is asked
 * @param share of its samples that count in the game, those with the highest scores ("top-k": Sinha et al. 2020,
 *     arXiv:2002.06224); 1 for all
 * @param foresight how far ahead of the discriminators it looks
 * @param contents what else is paid
 */
public record Purpose(Schedule game, Schedule share, Foresight foresight, List<Content> contents) {
    /** Nothing but the game. */
    public static final Purpose GAME = new Purpose(Schedule.constant(1), List.of());

    public Purpose {
        contents = List.copyOf(contents);
    }

    /** A purpose for which all samples count, before discriminators as they are. */
    public Purpose(Schedule game, List<Content> contents) {
        this(game, Schedule.constant(1), Foresight.NONE, contents);
    }

    boolean plays(Moment moment) {
        return game.at(moment.images()) != 0;
    }

    /** The scores that count; each fake that is left out takes the real it is compared with along. */
    Scores counting(Scores all, Moment moment) {
        long fakes = all.fake().size(0);
        long count = Math.max(1, (long) Math.ceil(share.at(moment.images()) * fakes));
        if (count >= fakes) return all;
        Tensor best = Ranking.highest(all.fake(), count);
        Tensor real = all.real().size(0) == fakes ? Ranking.picked(all.real(), best) : all.real();
        return new Scores(real, Ranking.picked(all.fake(), best));
    }

    Tensor loss(Tensor played, Tensor fakes, Reals reals, GeneratorInput input, Moment moment) {
        double weight = game.at(moment.images());
        Tensor sum = weight == 1 ? played : played.times(weight);
        for (Content content : contents) {
            Tensor cost = content.of(fakes, reals.samples(), input);
            sum = sum.plus(cost.times(content.weight().at(moment.images())));
        }
        return sum;
    }
}
