//JAVA 17+
//DEPS io.github.gan4j:gan4j-core:0.2.0
//DEPS org.bytedeco:javacpp:1.5.13:linux-x86_64
//DEPS org.bytedeco:openblas:0.3.31-1.5.13:linux-x86_64
//DEPS org.bytedeco:pytorch:2.10.0-1.5.13:linux-x86_64
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
package example;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.nio.file.Path;

/** Trains a generator of pen-stroke digits and draws one: {@code jbang examples/Digits.java [FOLDER [IMAGES]]}. */
public class Digits {
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "digits");
        String images = arguments.length > 1 ? arguments[1] : "64000";
        Plan plan = Presets.draft("strokes")
                .set("stop.images=" + images)
                .set("stop.minutes=0")
                .plan();
        Listener progress = new Listener() {
            @Override
            public void stepped(Training training, Step step) {
                if (step.number() % 20 == 0) System.out.println(step.number() + " steps, " + step.images() + " images");
            }
        };
        try (Run run = Run.start(plan, folder, System.err::println)) {
            run.train(progress);
        }
        try (TrainedGenerator digits = TrainedGenerator.open(folder)) {
            ImageFile.writePng(folder.resolve("42.png"), digits.sample(42));
        }
        System.out.println("drew " + folder.resolve("42.png"));
    }
}
