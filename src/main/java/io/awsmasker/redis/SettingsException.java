package io.awsmasker.redis;

import java.util.List;

/** Settings that no connection can be made of: all their problems at once, so that one restart is enough. */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    SettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each names the key, the fault and the remedy; none contains a secret. */
    public List<String> problems() {
        return problems;
    }
}
