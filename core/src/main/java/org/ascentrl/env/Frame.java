package org.ascentrl.env;

/**
 * A picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb the pixels 0xRRGGBB, row by row from the top, {@code width · height} of them
 */
public record Frame(int width, int height, int[] rgb) {

    public Frame {
        if (width < 1 || height < 1 || rgb.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "Frame: " + rgb.length + " pixels do not fill " + width + " x " + height);
        }
    }
}
