package org.ascentrl.report.video;

import java.util.Arrays;
import org.ascentrl.env.render.Frame;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rect;

/**
 * Turns frames into the 4:2:0 pictures that H.264 encodes: brightness for each pixel, color for each 2 x 2 of them, by
 * ITU-R BT.601 in the limited range, brightness from 16 to 235. Odd sizes grow to even ones. To whole blocks of 16 x 16 the
 * last column and row are repeated; players crop these away.
 */
final class YuvPicture {

    private static final int BLOCK = 16;
    private static final int CENTRE = 128; // JCodec's planes are signed: brightness or color, less 128

    private final int width;
    private final int height;
    private final int blocksWidth;
    private final int blocksHeight;
    private final int[] rgb; // [blocksHeight, blocksWidth]
    private final Picture picture;

    YuvPicture(int frameWidth, int frameHeight) {
        width = roundUp(frameWidth, 2);
        height = roundUp(frameHeight, 2);
        blocksWidth = roundUp(width, BLOCK);
        blocksHeight = roundUp(height, BLOCK);
        rgb = new int[blocksWidth * blocksHeight];
        picture = Picture.createCropped(blocksWidth, blocksHeight, ColorSpace.YUV420J, new Rect(0, 0, width, height));
    }

    /** Of the video, in pixels: even. */
    int width() {
        return width;
    }

    /** Of the video, in pixels: even. */
    int height() {
        return height;
    }

    /** The number of pixels, with those that players crop away. */
    int size() {
        return rgb.length;
    }

    /** The picture of a frame; valid until the next. */
    Picture of(Frame frame) {
        pad(frame);
        luma(picture.getPlaneData(0));
        chroma(picture.getPlaneData(1), picture.getPlaneData(2));
        return picture;
    }

    private void pad(Frame frame) {
        int columns = frame.width();
        for (int y = 0; y < blocksHeight; y++) {
            int source = Math.min(y, frame.height() - 1) * columns;
            int start = y * blocksWidth;
            System.arraycopy(frame.rgb(), source, rgb, start, columns);
            Arrays.fill(rgb, start + columns, start + blocksWidth, frame.rgb()[source + columns - 1]);
        }
    }

    private void luma(byte[] out) {
        for (int i = 0; i < rgb.length; i++) {
            int y = 66 * red(rgb[i]) + 129 * green(rgb[i]) + 25 * blue(rgb[i]); // BT.601, times 256
            out[i] = (byte) (((y + 128) >> 8) + 16 - CENTRE);
        }
    }

    private void chroma(byte[] outU, byte[] outV) {
        for (int y = 0, out = 0; y < blocksHeight; y += 2) {
            for (int x = 0; x < blocksWidth; x += 2, out++) {
                int i = y * blocksWidth + x;
                int a = rgb[i];
                int b = rgb[i + 1];
                int c = rgb[i + blocksWidth];
                int d = rgb[i + blocksWidth + 1];
                int red = red(a) + red(b) + red(c) + red(d);
                int green = green(a) + green(b) + green(c) + green(d);
                int blue = blue(a) + blue(b) + blue(c) + blue(d);
                outU[out] = (byte) ((-38 * red - 74 * green + 112 * blue + 512) >> 10); // times 4 · 256
                outV[out] = (byte) ((112 * red - 94 * green - 18 * blue + 512) >> 10);
            }
        }
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 0xFF;
    }

    private static int blue(int rgb) {
        return rgb & 0xFF;
    }

    private static int roundUp(int x, int multiple) {
        return (x + multiple - 1) / multiple * multiple;
    }
}
