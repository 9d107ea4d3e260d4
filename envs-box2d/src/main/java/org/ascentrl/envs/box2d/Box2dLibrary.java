package org.ascentrl.envs.box2d;

import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Box2D's native library, loaded once in a process, when this class is first used. */
final class Box2dLibrary {

    private static final Optional<Throwable> FAILURE = failureOf(Box2dLibrary::loadNatives);

    private Box2dLibrary() {}

    /**
     * Returns where the library is loaded.
     *
     * @throws IllegalStateException if it does not load; names platform and artifact, and what to do
     */
    static void require() {
        require(FAILURE);
    }

    static void require(Optional<Throwable> failure) {
        failure.ifPresent(e -> {
            throw new IllegalStateException(notLoaded(e), e);
        });
    }

    /** Kept, because a class that failed to initialize does not tell the reason again. */
    static Optional<Throwable> failureOf(Runnable load) {
        try {
            load.run();
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) { // gdx throws both where it cannot load
            return Optional.of(e);
        }
    }

    private static void loadNatives() {
        requireTemporaryDirectory();
        GdxNativesLoader.load();
        Box2D.init();
        stepATinyWorld();
    }

    /** Without one, gdx would unpack its libraries to the home and the working directory, and leave them there. */
    private static void requireTemporaryDirectory() {
        Path directory = temporaryDirectory();
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new IllegalStateException("no directory to write to: " + directory);
        }
    }

    private static Path temporaryDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Guards the set-up of Box2D and its binding, with the first world and contact, against two threads at once. */
    private static void stepATinyWorld() {
        Part part = Part.box(0.5, 0.5, 1, 0.2, (short) 1);
        try (PhysicsWorld world = new PhysicsWorld(-10)) {
            world.addEdge(world.createGround(), -1, 0, 1, 0, 0.2);
            world.createBody(0, 0.4, 0, part).setUserData(new GroundContact());
            world.step();
        }
    }

    private static String notLoaded(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "Box2D's native library does not load on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + " (" + root
                + "). It comes with the artifacts com.badlogicgames.gdx:gdx-platform and gdx-box2d-platform, classifier"
                + " natives-desktop, which have to be on the class path, and is unpacked to the temporary directory, "
                + temporaryDirectory() + ", where files have to be writable and executable;"
                + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIRECTORY names another. The environments of ascent-envs-classic"
                + " do not need it.";
    }
}
