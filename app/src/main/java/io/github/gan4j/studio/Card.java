package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.overview.RunCard;
import io.github.gan4j.train.Step;
import java.util.Optional;

/** The card of a run, with what the studio knows of one that it trains itself. */
final class Card {
    private Card() {}

    /** The card of a run that has no folder, or whose folder cannot be looked at. */
    static ObjectNode without(String name, String state) {
        return Json.object().put("name", name).put("state", state).put("kind", "image");
    }

    /** The card of a run; a broken folder has one, too, with the reason under {@code trouble}. */
    static ObjectNode of(String name, RunFolder folder, Workshop workshop) {
        RunCard card = RunCard.read(name, folder);
        Optional<LiveRun> live = workshop.live(name);
        String state = live.map(Card::state).orElseGet(() -> workshop.failure(name)
                .map(line -> "failed")
                .orElseGet(() -> card.state(workshop.isElsewhere(name))));
        workshop.failure(name).ifPresent(line -> card.json().put("trouble", line));
        live.ifPresent(run -> steering(card.json(), run));
        return card.standing(state);
    }

    private static String state(LiveRun live) {
        if (live.run().isEmpty()) return "starting";
        return live.helm().setting().paused() ? "paused" : "running";
    }

    private static void steering(ObjectNode card, LiveRun live) {
        card.put("steerable", true).set("setting", Json.tree(live.helm().setting()));
        live.last().ifPresent(step -> {
            card.put("step", step.number()).put("imagesSeen", step.images()).put("seconds", step.seconds());
            card.set("turns", turns(step));
        });
    }

    private static ArrayNode turns(Step step) {
        ArrayNode turns = Json.object().putArray("turns");
        step.turns().forEach(turn -> {
            ObjectNode one = turns.addObject()
                    .put("player", turn.player())
                    .put("loss", turn.loss())
                    .put("gradientNorm", turn.gradientNorm());
            turn.belief().ifPresent(b -> one.put("pReal", b.pReal()).put("pFake", b.pFake()));
        });
        return turns;
    }
}
