package org.ascentrl.report.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ascentrl.env.render.Frame;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.DumbRateControl;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder.EncodedFrame;
import org.jcodec.common.io.FileChannelWrapper;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import org.jspecify.annotations.Nullable;

/** H.264 (ITU-T H.264) in an MP4 file, one keyframe each second. */
final class Mp4Encoder implements VideoEncoder {

    private static final int SEARCH_RANGE = 4; // pixels; 16, JCodec's own choice, takes twice the time

    private final FileChannel file;
    private final MP4Muxer muxer;
    private final H264Encoder encoder;
    private final int framesPerSecond;
    private @Nullable YuvPicture picture;
    private @Nullable MuxerTrack track;
    private @Nullable ByteBuffer buffer;
    private long frames;

    Mp4Encoder(Path path, int framesPerSecond) throws IOException {
        this.framesPerSecond = framesPerSecond;
        encoder = new ColorEncoder();
        encoder.setMotionSearchRange(SEARCH_RANGE);
        encoder.setKeyInterval(Math.max(2, framesPerSecond)); // keyframes in a row would need numbers that JCodec lacks
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        muxer = MP4Muxer.createMP4MuxerToChannel(new FileChannelWrapper(file));
    }

    @Override
    public void encode(Frame frame) throws IOException {
        if (picture == null || track == null || buffer == null) {
            picture = new YuvPicture(frame.width(), frame.height());
            track = muxer.addVideoTrack(
                    Codec.H264,
                    VideoCodecMeta.createSimpleVideoCodecMeta(
                            new Size(picture.width(), picture.height()), ColorSpace.YUV420));
            buffer = ByteBuffer.allocate(picture.size() * 4);
        }
        EncodedFrame encoded = encoder.encodeFrame(picture.of(frame), buffer.clear());
        Packet.FrameType type = encoded.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER;
        track.addFrame(Packet.createPacket(encoded.getData(), frames, framesPerSecond, 1, frames, type, null));
        frames++;
    }

    @Override
    public void finish() throws IOException {
        muxer.finish();
    }

    @Override
    public void release() throws IOException {
        file.close();
    }

    /** Says in the stream what {@link YuvPicture} does, so that players need not guess from the size. */
    private static final class ColorEncoder extends H264Encoder {

        private static final int BT_601 = 6; // ITU-T H.264, table E-5: SMPTE 170M
        private static final int BT_709 = 1; // table E-4: as sRGB's curve and primaries are shown
        private static final int UNSPECIFIED_FORMAT = 5;

        ColorEncoder() {
            super(new DumbRateControl());
        }

        @Override
        public SeqParameterSet initSPS(Size size) {
            VUIParameters color = new VUIParameters();
            color.videoSignalTypePresentFlag = true;
            color.videoFormat = UNSPECIFIED_FORMAT;
            color.videoFullRangeFlag = false;
            color.colourDescriptionPresentFlag = true;
            color.colourPrimaries = BT_709;
            color.transferCharacteristics = BT_709;
            color.matrixCoefficients = BT_601;
            SeqParameterSet parameters = super.initSPS(size);
            parameters.vuiParams = color;
            return parameters;
        }
    }
}
