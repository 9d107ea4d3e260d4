package org.ascentrl.env.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws frames off-screen with Java2D, without a display. A drawing has a size of its own, from which other sizes are
 * scaled. Used by one thread at a time.
 */
public final class FrameCanvas {

    private static final int RGB = 0xFFFFFF;

    private final int width;
    private final int height;
    private @Nullable BufferedImage image;

    /**
     * @param width of the picture, in pixels
     * @param height of the picture, in pixels
     */
    public FrameCanvas(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Draws the picture in its own size; see {@link #draw(int, int, Consumer)}. */
    public Frame draw(Consumer<Graphics2D> paint) {
        return draw(width, height, paint);
    }

    /**
     * Draws the picture into {@code frameWidth} by {@code frameHeight} pixels, as large as its aspect ratio allows, on
     * a white background.
     *
     * @param paint draws in pixels of the picture's own size: whole numbers are the centers of pixels, y grows
     *     downwards
     * @return a new frame
     */
    public Frame draw(int frameWidth, int frameHeight, Consumer<Graphics2D> paint) {
        BufferedImage drawn = image(frameWidth, frameHeight);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, frameWidth, frameHeight);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            double scale = Math.min((double) frameWidth / width, (double) frameHeight / height);
            graphics.translate((frameWidth - scale * width) / 2, (frameHeight - scale * height) / 2);
            graphics.scale(scale, scale);
            graphics.clipRect(0, 0, width, height);
            graphics.translate(0.5, 0.5);
            graphics.setStroke(new BasicStroke(1));
            paint.accept(graphics);
        } finally {
            graphics.dispose();
        }
        int[] rgb =
                ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= RGB; // Java2D leaves anything in the highest byte
        }
        return new Frame(frameWidth, frameHeight, rgb);
    }

    /** The image that frames of one size are drawn on. */
    private BufferedImage image(int frameWidth, int frameHeight) {
        BufferedImage last = image;
        if (last == null || last.getWidth() != frameWidth || last.getHeight() != frameHeight) {
            last = new BufferedImage(frameWidth, frameHeight, BufferedImage.TYPE_INT_RGB);
            image = last;
        }
        return last;
    }
}
