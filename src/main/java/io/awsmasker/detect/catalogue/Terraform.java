package io.awsmasker.detect.catalogue;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Terraform's resource types and the blocks inside of them whose {@code name} or {@code id} is a customer's name. */
public final class Terraform {
    private static final int LONGEST = 64;
    private static final String PREFIX = "aws_";
    private static final String VARIABLE = "variable \"";

    /** Types whose {@code name} AWS gives, or a domain, or a stage that everybody calls alike. */
    private static final Set<String> PUBLIC =
            Words.set("account_alternate_contact account_region api_gateway_stage apigatewayv2_stage availability_zone "
                    + "availability_zones billing_service_account caller_identity ecr_account_setting "
                    + "ecs_account_setting_default elastic_beanstalk_solution_stack elb_service_account "
                    + "guardduty_detector_feature guardduty_member_detector_feature "
                    + "guardduty_organization_configuration_feature iam_policy_document lambda_alias lex_slot_type "
                    + "lexv2models_bot_locale partition region regions route53_record s3_bucket_analytics_configuration "
                    + "s3_bucket_intelligent_tiering_configuration s3_bucket_inventory s3_bucket_metric service "
                    + "servicequotas_service servicequotas_service_quota sfn_alias ssm_service_setting");

    /** What stands in a line in front of a block's word; plans say so what becomes of it. */
    private static final String LINE_STARTS = " +-~\t";

    private final Map<String, IdentifierType> types = new HashMap<>();
    private final Map<String, IdentifierType> blocks = new HashMap<>();
    private final Map<String, IdentifierType> templates = new HashMap<>();

    Terraform() {
        for (IdentifierType type : IdentifierType.values()) {
            type.grammar().words(Grammar.Column.TERRAFORM).forEach(name -> types.put(PREFIX + name, type));
            type.grammar().words(Grammar.Column.TERRAFORM).forEach(name -> templates.put(name.replace("_", ""), type));
            type.grammar().words(Grammar.Column.BLOCK).forEach(name -> blocks.put(name, type));
        }
    }

    /** Where the name of a variable begins whose closing quote stands at {@code end}, or -1 if no block of one follows. */
    public static int variable(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        int word = start - VARIABLE.length();
        return word >= from && Bytes.at(text, word, end, VARIABLE) ? start : -1;
    }

    /** Where the word begins that ends at {@code end} if it is a line's first, as a block's word is, or -1. */
    public static int blockStart(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST && Bytes.is(text[start - 1], Bytes.WORD)) {
            start--;
        }
        int line = start;
        while (line > from && start - line < LONGEST && LINE_STARTS.indexOf(text[line - 1]) >= 0) {
            line--;
        }
        return start < end && (line == from || text[line - 1] == '\n') ? start : -1;
    }

    /** The type of the names in the block whose word stands at {@code [start, end)}, or null: most name no resource. */
    @Nullable
    public IdentifierType block(byte[] text, int start, int end) {
        return blocks.get(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
    }

    /** Whether the word at {@code [start, end)} is a type without {@code aws_}, as modules of Ansible are called. */
    public boolean isType(byte[] text, int start, int end) {
        return types.containsKey(PREFIX + new String(text, start, end - start, StandardCharsets.ISO_8859_1));
    }

    /** The type of the names in a resource of the type whose word begins at {@code at}, or null. */
    @Nullable
    public IdentifierType find(byte[] text, int at, int to) {
        int end = Bytes.runEnd(text, at, Math.min(to, at + LONGEST), Bytes.WORD);
        return types.get(new String(text, at, end - at, StandardCharsets.ISO_8859_1));
    }

    /** Whether the {@code name} in a resource of the type whose word begins at {@code at} is a customer's, whatever it is. */
    public static boolean isNamed(byte[] text, int at, int to) {
        int type = at + PREFIX.length();
        int end = Bytes.runEnd(text, type, Math.min(to, type + LONGEST), Bytes.WORD);
        return !PUBLIC.contains(new String(text, type, end - type, StandardCharsets.ISO_8859_1));
    }

    /** The type that CloudFormation calls so, service and resource in small letters without a joint, or null. */
    @Nullable
    public IdentifierType ofTemplate(String word) {
        return templates.get(word);
    }
}
