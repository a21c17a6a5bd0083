package io.awsmasker.operations;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Runs the gateway, or instead of it one of the commands for mappings, without starting anything else. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && MappingCommand.NAMES.contains(arguments[0])) {
            System.exit(MappingCommand.run(List.of(arguments), System.getenv(), System.out));
        }
        Quarkus.run(arguments);
    }
}
