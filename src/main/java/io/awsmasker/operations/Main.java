package io.awsmasker.operations;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Runs the gateway, or instead of it one of the commands for mappings, without starting anything else; a misspelt one starts nothing. */
@QuarkusMain
public final class Main {
    private static final int MISUSED = 2;

    private Main() {}

    /** Ends with the status of the command, if the first argument is one. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && MappingCommand.NAMES.contains(arguments[0])) {
            System.exit(MappingCommand.run(List.of(arguments), System.getenv(), System.out));
        }
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            System.out.println("Without a command this is the gateway. The commands are:\n" + MappingCommand.USAGE);
            System.exit(0);
        }
        if (arguments.length > 0) {
            System.err.println("Without a command this is the gateway, which takes no arguments. The commands are:\n"
                    + MappingCommand.USAGE);
            System.exit(MISUSED);
        }
        Quarkus.run(arguments);
    }
}
