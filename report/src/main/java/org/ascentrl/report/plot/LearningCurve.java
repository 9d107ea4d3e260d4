package org.ascentrl.report.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The picture of a learning curve: mean return of the last 100 episodes over environment steps, and the environment's
 * reward threshold as a dashed line. Of a sweep it shows the interquartile mean of the runs, its 95 % bootstrap interval as
 * a band, and each run as a faint line. Where some runs have ended and others go on, the ended ones count with their last
 * value and the line is dashed.
 *
 * <p>Immutable. The same curves give the same bytes on the same JDK with the same fonts. Needs no display if the JVM runs
 * with {@code java.awt.headless=true}.
 */
public final class LearningCurve {

    /** Pixels of what {@link #write} writes. */
    public static final int WIDTH = 960;

    /** Pixels of what {@link #write} writes. */
    public static final int HEIGHT = 540;

    private static final int LEAST_WIDTH = 800;
    private static final int LEAST_HEIGHT = 400;

    private final String title;
    private final Map<String, List<TrainingCurve>> runs;
    private final OptionalDouble threshold;

    private LearningCurve(String title, Map<String, List<TrainingCurve>> runs, OptionalDouble threshold) {
        this.title = title;
        this.runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
        this.threshold = threshold;
        runs.values().forEach(this::check);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("learning curve " + title + ": no settings; at least one is needed");
        }
    }

    private void check(List<TrainingCurve> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("learning curve " + title + ": no run; at least one is needed");
        }
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).isEmpty()) {
                throw new IllegalArgumentException(
                        "learning curve " + title + ": run " + i + " has no point; leave it out");
            }
        }
    }

    /**
     * The curve of one run.
     *
     * @param title may be empty
     * @param threshold the mean return from which the environment counts as solved
     * @throws IllegalArgumentException if the curve is empty
     */
    public static LearningCurve ofRun(String title, TrainingCurve run, OptionalDouble threshold) {
        return ofSweep(title, List.of(run), threshold);
    }

    /**
     * The curve of several runs of the same settings; of a single one that of {@link #ofRun}.
     *
     * @param title may be empty
     * @param threshold the mean return from which the environment counts as solved
     * @throws IllegalArgumentException if there is no run, or a curve is empty
     */
    public static LearningCurve ofSweep(String title, List<TrainingCurve> runs, OptionalDouble threshold) {
        return new LearningCurve(title, Map.of("", runs), threshold);
    }

    /**
     * The curves of several settings, each of one or more runs, in colors of their own.
     *
     * @param title may be empty
     * @param runs by the name of their settings, in the order of the legend
     * @param threshold the mean return from which the environment counts as solved
     * @throws IllegalArgumentException if there is no run, or a curve is empty
     */
    public static LearningCurve ofComparison(
            String title, Map<String, List<TrainingCurve>> runs, OptionalDouble threshold) {
        return new LearningCurve(title, runs, threshold);
    }

    /**
     * Draws the picture.
     *
     * @param width in pixels
     * @param height in pixels
     * @throws IllegalArgumentException if there are fewer than 800 by 400 pixels
     */
    public byte[] png(int width, int height) {
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
            throw new IllegalArgumentException("learning curve " + title + ": " + width + " x " + height
                    + " pixels; at least " + LEAST_WIDTH + " x " + LEAST_HEIGHT + " are needed");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new CurveChart(title, width, height, runs, threshold).chart().paint(graphics, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException("learning curve " + title + ": encoding in memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the picture, {@value #WIDTH} by {@value #HEIGHT} pixels, over what the file may hold.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        Files.write(file, png(WIDTH, HEIGHT));
    }
}
