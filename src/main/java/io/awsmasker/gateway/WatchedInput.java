package io.awsmasker.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Bytes that are counted while they are read, so that whoever counts can stop the reading before memory runs out. */
final class WatchedInput extends FilterInputStream {
    private final LongConsumer growth;
    private long length;

    /** @param growth is told how many bytes there are after each reading, and may refuse them by throwing */
    WatchedInput(InputStream in, LongConsumer growth) {
        super(in);
        this.growth = growth;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            growth.accept(++length);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = super.read(bytes, from, most);
        if (read > 0) {
            length += read;
            growth.accept(length);
        }
        return read;
    }
}
