package io.awsmasker.gateway;

import java.lang.reflect.Proxy;

/**
 * Answers SIGTERM. By reflection, because the one class that can do it, {@code sun.misc.Signal} of the supported module
 * {@code jdk.unsupported}, makes javac warn in a way that nothing suppresses, and warnings fail the build.
 */
final class TerminationSignal {
    private TerminationSignal() {}

    /** Runs {@code action}, on a thread of its own, when the process is asked to end, instead of what happened before. */
    static void handle(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object answer = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the program cannot answer SIGTERM", e);
        }
    }
}
