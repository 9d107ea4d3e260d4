package org.ascentrl.report.video;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;
import org.ascentrl.env.render.Frame;

/** Frames for formats with palettes. */
final class IndexedImage {

    private static final int COLOURS = 256;

    private IndexedImage() {}

    /**
     * The frame with its own colors as palette, many times as fast as merging colors; or, with more than 256 of them, in
     * full color, and the writer of the format merges.
     */
    static BufferedImage of(Frame frame) {
        int[] rgb = frame.rgb();
        byte[] indices = new byte[rgb.length];
        int[] palette = new int[COLOURS];
        Map<Integer, Byte> known = new HashMap<>();
        for (int i = 0; i < rgb.length; i++) {
            if (i > 0 && rgb[i] == rgb[i - 1]) {
                indices[i] = indices[i - 1];
                continue;
            }
            Byte index = known.get(rgb[i]);
            if (index == null) {
                if (known.size() == COLOURS) {
                    return fullColor(frame);
                }
                palette[known.size()] = rgb[i];
                index = (byte) known.size();
                known.put(rgb[i], index);
            }
            indices[i] = index;
        }
        return indexed(frame, indices, palette);
    }

    private static BufferedImage indexed(Frame frame, byte[] indices, int[] palette) {
        byte[] red = new byte[COLOURS];
        byte[] green = new byte[COLOURS];
        byte[] blue = new byte[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            red[i] = (byte) (palette[i] >> 16);
            green[i] = (byte) (palette[i] >> 8);
            blue[i] = (byte) palette[i];
        }
        BufferedImage image = new BufferedImage(
                frame.width(),
                frame.height(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, COLOURS, red, green, blue));
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(indices, 0, pixels, 0, indices.length);
        return image;
    }

    private static BufferedImage fullColor(Frame frame) {
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, frame.width(), frame.height(), frame.rgb(), 0, frame.width());
        return image;
    }
}
