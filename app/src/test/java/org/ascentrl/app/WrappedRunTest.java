package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Box;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.state.SafeTensors;
import org.ascentrl.wiring.Bootstrap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrappers are a part of the run: evaluation, resume and videos use the chain that training used. */
class WrappedRunTest {

    private static final List<String> CHAIN = List.of(
            "environment=Pendulum-v1",
            "wrappers=[TimeLimit, TimeAwareObservation, FrameStack, RescaleAction, TransformReward]",
            "TimeLimit.max-episode-steps=30",
            "FrameStack.stack-size=2",
            "TransformReward.scale=0.001",
            "training.steps=400",
            "training.evaluation.episodes=2");

    @TempDir
    private Path directory;

    private Path run() {
        return directory.resolve("run");
    }

    private Invocation train(String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", "--run", run().toString(), "--video-episodes", "0"));
        CHAIN.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        Arrays.stream(more).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return ascent(arguments.toArray(String[]::new));
    }

    private static Invocation ascent(String... arguments) {
        Invocation invocation = Invocation.of(arguments);
        assertThat(invocation.err()).isEmpty();
        assertThat(invocation.status()).isZero();
        return invocation;
    }

    @Test
    void evaluationAndVideosGoThroughTheWrappersOfTheRun() {
        train();
        Path video = directory.resolve("video.gif");
        Map<String, Object> evaluation = ascent(
                        "evaluate", run().toString(), "--episodes", "3", "--json", "--video", video.toString())
                .json();
        assertThat(((Number) evaluation.get("meanLength")).doubleValue()).isEqualTo(30);
        assertThat(((Number) evaluation.get("mean")).doubleValue()).isBetween(-0.5, 0.0);
        assertThat(video).isNotEmptyFile();
    }

    @Test
    void resumeGoesThroughTheWrappersOfTheRun() {
        train();
        ascent("resume", run().toString());
    }

    @Test
    void thePolicySaysInWhichEnvironmentItActs() {
        train();
        String text = String.valueOf(SafeTensors.read(run().resolve("policy/policy.safetensors"))
                .metadata()
                .get("environment-settings"));
        EnvironmentFactory source = Bootstrap.discover()
                .environment(Settings.builder().preset("policy", text).build());
        assertThat(source.spec().observationSpace().flatSize()).isEqualTo(8);
        assertThat(source.spec().actionSpace()).isEqualTo(Box.of(-1, 1, 1));
        assertThat(source.spec().maxEpisodeSteps()).hasValue(30);
    }

    @Test
    void recordVideoFilmsTheFirstEnvironment() throws IOException {
        Path videos = directory.resolve("videos");
        train(
                "wrappers=[TimeLimit, RecordVideo]",
                "RecordVideo.video-folder=\"" + videos.toString().replace("\\", "\\\\") + "\"",
                "RecordVideo.video-length=5");
        try (var files = Files.list(videos)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("rl-video-1-episode-0.mp4", "rl-video-1-episode-1.mp4")
                    .allMatch(name -> name.startsWith("rl-video-1-episode-"));
        }
    }
}
