package io.github.gan4j.studio;

import io.github.gan4j.adversarial.Aim;
import io.github.gan4j.adversarial.Attack;
import io.github.gan4j.adversarial.Norm;
import io.github.gan4j.adversarial.Victims;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.ClassList;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be measured of attacks on many images.
 *
 * @param structures of the classifiers; examples made for each are shown to all, and the first has its curve drawn
 * @param attacks all of one norm and epsilon
 * @param target the class that is to be seen; none for any wrong one
 * @param hardened with which epsilon one more classifier of the first structure learns by adversarial training
 * @param count how many held-out images, at most
 */
record AttackStudy(
        List<Structure> structures,
        List<Attack> attacks,
        Optional<Integer> target,
        Optional<Double> hardened,
        int count) {
    private static final double MOST_EPSILON = 100;
    private static final int MOST_IMAGES = 10_000;
    private static final int USUAL_IMAGES = 1000;

    /** @throws IllegalArgumentException in one line, when a value is none */
    static AttackStudy of(Context context, Victims victims) {
        Norm norm = Norm.named(Query.text(context, "norm", "linf"));
        double asked = Query.number(context, "epsilon", 0, 0, MOST_EPSILON);
        double epsilon = asked > 0 ? asked : Attack.usualEpsilon(norm, victims.shape());
        List<Attack> attacks = new ArrayList<>();
        for (String name : words(Query.text(context, "attacks", Query.text(context, "method", "fgsm"))))
            attacks.add(Attack.named(name, norm, epsilon, 0));
        List<Structure> structures = Stream.concat(
                        Stream.of(LabRoutes.wish(context).structure()),
                        words(Query.text(context, "others", "")).stream().map(Structure::named))
                .distinct()
                .toList();
        String target = Query.text(context, "target", "");
        // adversarial training is by the sign of the gradient, whatever the norm of the attack
        double trained = norm == Norm.LINF ? epsilon : Attack.usualEpsilon(Norm.LINF, victims.shape());
        return new AttackStudy(
                structures,
                attacks,
                target.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ClassList.one("target", target, victims.labelNames())),
                context.queryParam("hardened") == null ? Optional.empty() : Optional.of(trained),
                Query.whole(context, "count", USUAL_IMAGES, 1, MOST_IMAGES));
    }

    private static List<String> words(String list) {
        return Stream.of(list.split(","))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    Aim aim() {
        return target.map(Aim::targeted).orElseGet(Aim::untargeted);
    }
}
