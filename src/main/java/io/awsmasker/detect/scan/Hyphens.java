package io.awsmasker.detect.scan;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.command.ShortOptions;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.prose.Prose;
import io.awsmasker.detect.secret.PrivateKeys;
import io.awsmasker.detect.secret.SecureStrings;
import io.awsmasker.detect.secret.SshKeys;
import io.awsmasker.detect.shape.ColonGroups;
import io.awsmasker.detect.shape.Ipv4;
import io.awsmasker.detect.shape.SessionIds;

/** What is recognised from a hyphen: options, ids whose kind stands in front of one, keys and addresses with hyphens. */
final class Hyphens {
    private final Recognisers recognisers;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Surroundings surroundings;
    private final PrivateKeys privateKeys = new PrivateKeys();
    private final Prose prose;

    Hyphens(Recognisers recognisers, Passage passage, Surroundings surroundings, Prose prose, Candidates found) {
        this.recognisers = recognisers;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.surroundings = surroundings;
        this.found = found;
        this.prose = prose;
    }

    /** Looks at the hyphen at {@code i}; returns where to read on. */
    int at(int i) {
        if (i + 1 >= to) {
            return i + 1;
        }
        byte next = text[i + 1];
        if (next == '-') {
            return Bytes.at(text, i, to, "-----") ? privateKeys.find(text, i, to, found) : surroundings.option(i);
        }
        if (i == from) {
            return i + 1;
        }
        byte before = text[i - 1];
        if ((before == ' ' || before == '"' || before == '\'') && Bytes.is(next, Bytes.LETTER)) {
            ShortOptions.find(text, from, i, to, found);
            if (before == ' ' && Bytes.is(next, Bytes.UPPER)) {
                surroundings.parameter(i);
            }
        }
        if (Bytes.is(before, Bytes.ALNUM) && Bytes.is(next, Bytes.ALNUM)) {
            int end = recognisers.prefixedIds.find(text, from, i, to, found);
            if (end > 0) {
                return end;
            }
            if (SessionIds.find(text, from, i, to, found)) {
                return i + 1;
            }
            prose.find(i);
            if (before == 'p' || before == '2') {
                Ipv4.findInHost(text, from, i, to, found);
            }
            if (before == 'o' && next == 'S') {
                SecureStrings.find(text, from, i, to, found);
            }
            if (before == 'h') {
                SshKeys.find(text, from, i, to, found);
            }
            if (i + 3 < to && text[i + 3] == '-') {
                ColonGroups.findWithHyphens(text, from, i, to, found);
            }
            if (before == 'e' && next == 'L') {
                return PrivateKeys.ofPutty(text, from, i, to, found);
            }
            recognisers.vendorKeys.find(text, from, i, to, found);
        }
        return i + 1;
    }
}
