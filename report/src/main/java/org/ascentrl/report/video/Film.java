package org.ascentrl.report.video;

import java.nio.file.Path;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.Environment;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.wiring.Experiment;

/** Videos of greedy episodes, in real time of the environment. */
public final class Film {

    private static final int MOST_FRAMES = 100_000;

    private Film() {}

    /** Tells if the experiment's environment draws pictures. */
    public static boolean possible(Experiment experiment) {
        try (Environment environment = experiment.environment().create()) {
            environment.reset(0);
            return environment.render().isPresent();
        }
    }

    /**
     * Films the first episodes that an evaluation plays, up to 100,000 frames.
     *
     * @param episodes at least 1
     * @param target a file that ends in {@code .mp4} or {@code .gif}
     * @throws VideoException if the environment draws no pictures, or the file cannot be written
     */
    public static void shoot(Experiment experiment, Actor actor, int episodes, Path target) {
        try (Environment environment = experiment.environment().create();
                VideoSink sink = Videos.open(target, environment.framesPerSecond())) {
            Recorder.record(environment, actor, experiment.random(), episodes, MOST_FRAMES, sink);
        }
    }
}
