package org.ascentrl.report.video;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import org.ascentrl.env.render.Frame;

/** An animated GIF (GIF89a) that repeats forever. Each frame has up to 256 colors of its own; where it has more, the nearest are merged. */
final class GifEncoder implements VideoEncoder {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int SHORTEST = 2; // hundredths of a second; browsers slow down what is shorter
    private static final byte[] FOREVER = {1, 0, 0};

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final FileImageOutputStream out;
    private final int framesPerSecond;
    private boolean started;
    private boolean released;
    private long frames;
    private long shown; // hundredths of a second

    GifEncoder(Path path, int framesPerSecond) throws IOException {
        this.framesPerSecond = framesPerSecond;
        out = new FileImageOutputStream(path.toFile());
    }

    @Override
    public void encode(Frame frame) throws IOException {
        if (!started) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            started = true;
        }
        BufferedImage image = IndexedImage.of(frame);
        ImageWriteParam rowByRow = writer.getDefaultWriteParam();
        rowByRow.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
        writer.writeToSequence(new IIOImage(image, null, metadata(image, delay())), rowByRow);
    }

    /** Such that the whole keeps the rate, although a delay is a whole number of hundredths of a second. */
    private int delay() {
        frames++;
        long delay = Math.max(SHORTEST, Math.round(100.0 * frames / framesPerSecond) - shown);
        shown += delay;
        return (int) delay;
    }

    private IIOMetadata metadata(BufferedImage image, int delay) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        if (image.getColorModel() instanceof IndexColorModel palette) {
            root.appendChild(colorTable(palette));
        }
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(delay));
        root.appendChild(control);
        if (frames == 1) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(FOREVER.clone());
            IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            extensions.appendChild(loop);
            root.appendChild(extensions);
        }
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }

    /** The colors of one frame: without it, the writer takes its own for all. */
    private static IIOMetadataNode colorTable(IndexColorModel palette) {
        IIOMetadataNode table = new IIOMetadataNode("LocalColorTable");
        table.setAttribute("sizeOfLocalColorTable", Integer.toString(palette.getMapSize()));
        table.setAttribute("sortFlag", "FALSE");
        for (int i = 0; i < palette.getMapSize(); i++) {
            IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
            entry.setAttribute("index", Integer.toString(i));
            entry.setAttribute("red", Integer.toString(palette.getRed(i)));
            entry.setAttribute("green", Integer.toString(palette.getGreen(i)));
            entry.setAttribute("blue", Integer.toString(palette.getBlue(i)));
            table.appendChild(entry);
        }
        return table;
    }

    @Override
    public void finish() throws IOException {
        writer.endWriteSequence();
    }

    @Override
    public void release() throws IOException {
        if (!released) {
            released = true;
            writer.dispose();
            out.close();
        }
    }
}
