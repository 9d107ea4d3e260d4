package org.ascentrl.env.render;

/**
 * A picture of RGB pixels.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb the pixels as 0xRRGGBB, row by row from the top [height · width]
 */
public record Frame(int width, int height, int[] rgb) {

    public Frame {
        if (width < 1 || height < 1 || rgb.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "Frame: " + rgb.length + " pixels do not fill " + width + " x " + height);
        }
    }

    /**
     * Returns this picture scaled to another size; each pixel is the mean color of the area that it covers.
     *
     * @throws IllegalArgumentException if the width or the height is less than 1
     */
    public Frame scaled(int newWidth, int newHeight) {
        if (newWidth < 1 || newHeight < 1) {
            throw new IllegalArgumentException(
                    "scaled: " + newWidth + " x " + newHeight + " pixels; there must be at least one each way");
        }
        if (newWidth == width && newHeight == height) {
            return this;
        }
        int[] scaled = new int[Math.multiplyExact(newWidth, newHeight)];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                scaled[y * newWidth + x] = mean(
                        (double) x * width / newWidth,
                        (x + 1.0) * width / newWidth,
                        (double) y * height / newHeight,
                        (y + 1.0) * height / newHeight);
            }
        }
        return new Frame(newWidth, newHeight, scaled);
    }

    /** Returns the mean color of a rectangle, whose edges may lie within pixels. */
    private int mean(double left, double right, double top, double bottom) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int y = (int) top; y < Math.min(Math.ceil(bottom), height); y++) {
            double rows = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < Math.min(Math.ceil(right), width); x++) {
                double share = rows * (Math.min(right, x + 1) - Math.max(left, x));
                int pixel = rgb[y * width + x];
                red += share * (pixel >> 16 & 0xff);
                green += share * (pixel >> 8 & 0xff);
                blue += share * (pixel & 0xff);
            }
        }
        double area = (right - left) * (bottom - top);
        return (int) Math.round(red / area) << 16 | (int) Math.round(green / area) << 8 | (int) Math.round(blue / area);
    }
}
