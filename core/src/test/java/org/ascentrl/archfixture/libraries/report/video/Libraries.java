package org.ascentrl.archfixture.libraries.report.video;

import javax.imageio.ImageWriter;
import org.w3c.dom.Node;

public interface Libraries {

    record OfImages(ImageWriter writer) {}

    record OfDocuments(Node node) {}
}
