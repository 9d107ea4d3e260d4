package org.ascentrl.examples;

import java.nio.file.Path;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.Environment;
import org.ascentrl.env.render.VideoSink;
import org.ascentrl.examples.video.Recorder;
import org.ascentrl.examples.video.Videos;
import org.ascentrl.wiring.Experiment;

/** A video of greedy episodes, in the time of the environment. */
final class Film {

    private static final int MOST_FRAMES = 100_000;

    private Film() {}

    /** Whether the experiment's environment draws pictures. */
    static boolean possible(Experiment experiment) {
        try (Environment environment = experiment.environment().create()) {
            environment.reset(0);
            return environment.render().isPresent();
        }
    }

    /** Writes the video; the ending of {@code target} says whether as MP4 or GIF. */
    static void shoot(Experiment experiment, Actor actor, int episodes, Path target) {
        try (Environment environment = experiment.environment().create();
                VideoSink sink = Videos.open(target, environment.framesPerSecond())) {
            Recorder.record(environment, actor, experiment.random(), episodes, MOST_FRAMES, sink);
        }
    }
}
