package io.awsmasker.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is written to the log while something runs, for tests of warnings. */
public final class LogLines {
    private LogLines() {}

    /** The messages of this logger and those below it, in their order. */
    public static List<String> of(String name, Runnable run) {
        List<String> texts = new ArrayList<>();
        Handler collector = new Handler() {
            @Override
            public void publish(LogRecord one) {
                texts.add(one.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(name);
        logger.addHandler(collector);
        try {
            run.run();
        } finally {
            logger.removeHandler(collector);
        }
        return texts;
    }
}
