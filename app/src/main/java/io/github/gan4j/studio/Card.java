package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.Best;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.settings.Words;
import io.github.gan4j.train.Step;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run is and how it stands, in short, as far as its folder can be read. */
final class Card {
    private Card() {}

    /** The card of a run; a broken folder has one, too, with the reason under {@code trouble}. */
    static ObjectNode of(String name, RunFolder folder, Workshop workshop) {
        ObjectNode card = Json.object().put("name", name);
        Optional<Plan> plan = plan(folder, card);
        Optional<ObjectNode> last = EventLog.last(folder.events());
        card.put("plan", plan.map(Plan::name).orElse(""))
                .put("about", plan.map(Plan::about).orElse(""))
                .put("kind", Words.of(plan.map(of -> of.shape().kind()).orElse(SampleShape.Kind.IMAGE)));
        List<Long> pictures = pictures(folder);
        if (!pictures.isEmpty()) card.put("picture", pictures.get(pictures.size() - 1));
        card.put("reals", Files.isRegularFile(folder.reals(), LinkOption.NOFOLLOW_LINKS));
        last.ifPresent(event -> {
            for (String key : List.of("imagesSeen", "seconds", "secondsLeft", "imagesPerSecond"))
                if (event.path(key).isNumber()) card.set(key, event.get(key));
        });
        best(folder, card);
        Optional<LiveRun> live = workshop.live(name);
        card.put("state", state(name, last, live, card, workshop));
        workshop.failure(name).ifPresent(line -> card.put("trouble", line));
        live.ifPresent(run -> steering(card, run));
        card.put("progress", progress(plan, card));
        return card;
    }

    private static Optional<Plan> plan(RunFolder folder, ObjectNode card) {
        try {
            return Optional.of(Draft.empty().over(folder.plan()).plan());
        } catch (IOException | IllegalArgumentException broken) {
            card.put("trouble", Workshop.line(broken).replace(folder.path() + "/", ""));
            return Optional.empty();
        }
    }

    private static void best(RunFolder folder, ObjectNode card) {
        try {
            Best.read(folder).ifPresent(best -> card.set("best", Json.tree(best)));
        } catch (IOException malformed) {
            // a score that cannot be read is no reason not to show the run
        }
    }

    private static String state(
            String name, Optional<ObjectNode> last, Optional<LiveRun> live, ObjectNode card, Workshop workshop) {
        if (live.isPresent()) {
            if (live.get().run().isEmpty()) return "starting";
            return live.get().helm().setting().paused() ? "paused" : "running";
        }
        if (workshop.failure(name).isPresent()) return "failed";
        if (workshop.isElsewhere(name)) return "elsewhere";
        if (card.has("trouble")) return "broken";
        String ending = last.map(event -> event.path("ending").asText("")).orElse("");
        if (ending.equals("asked")) return "stopped";
        return ending.isEmpty() ? "failed" : "finished";
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

    private static double progress(Optional<Plan> plan, ObjectNode card) {
        if (card.path("state").asText().equals("finished")) return 1;
        double images = plan.map(Plan::stop).map(StopPlan::images).orElse(0L),
                minutes = plan.map(Plan::stop).map(StopPlan::minutes).orElse(0.0);
        double byImages = images > 0 ? card.path("imagesSeen").asDouble() / images : 0;
        double byTime = minutes > 0 ? card.path("seconds").asDouble() / (60 * minutes) : 0;
        return Math.min(1, Math.max(byImages, byTime));
    }

    /** The moments of the sample pictures, oldest first. */
    static List<Long> pictures(RunFolder folder) {
        return moments(folder.samples(), ".png");
    }

    /** The moments of the finished checkpoints, oldest first. */
    static List<Long> checkpoints(RunFolder folder) {
        return moments(folder.checkpoints().path(), ".json");
    }

    private static List<Long> moments(Path folder, String ending) {
        List<Long> moments = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*" + ending)) {
            for (Path file : files) {
                String digits = file.getFileName().toString().replace(ending, "");
                if (digits.matches("\\d{9,18}")) moments.add(Long.parseLong(digits));
            }
        } catch (IOException none) {
            return List.of();
        }
        moments.sort(null);
        return moments;
    }
}
