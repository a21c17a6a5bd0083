package io.awsmasker.gateway;

import io.awsmasker.claude.Treatment;
import jakarta.inject.Singleton;

/** Which pipeline a request takes, by what the endpoint table says of its endpoint. */
@Singleton
class Pipelines {
    private final MessagePipeline messages;
    private final UploadPipeline uploads;
    private final BatchPipeline batches;
    private final PassingPipeline passing;

    Pipelines(MessagePipeline messages, UploadPipeline uploads, BatchPipeline batches, PassingPipeline passing) {
        this.messages = messages;
        this.uploads = uploads;
        this.batches = batches;
        this.passing = passing;
    }

    Pipeline of(Treatment treatment) {
        if (treatment instanceof Treatment.Masked) {
            return messages;
        }
        if (treatment instanceof Treatment.Upload) {
            return uploads;
        }
        if (treatment instanceof Treatment.Batch) {
            return batches;
        }
        if (treatment instanceof Treatment.Passed) {
            return passing;
        }
        throw new IllegalArgumentException("nothing of this leaves the gateway: " + treatment);
    }
}
